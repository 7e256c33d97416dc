/** Options of 1-D layers as those of 2-D ones: a sequence is an image of height 1. */
import type { Pair, Padding } from '../../../layer/options';
import { LensError, msg } from '../../../message';
import type { Call } from '../library/call/Call';

interface WindowOptions {
  readonly kernel?: Pair;
  readonly stride?: Pair;
  readonly padding?: Padding;
  readonly dilation?: Pair;
  readonly outputPadding?: Pair;
}

/** One number each; words as `'same'` stay. Throws where a pair is given. */
export function options1d<Options extends WindowOptions>(options: Options, call: Call): Options {
  const { kernel, stride, padding, dilation, outputPadding } = options;
  const along = (value: Pair, across: number): Pair => [across, single(value, call)];
  return {
    ...options,
    ...(kernel !== undefined && { kernel: along(kernel, 1) }),
    ...(stride !== undefined && { stride: along(stride, 1) }),
    ...(dilation !== undefined && { dilation: along(dilation, 1) }),
    ...(outputPadding !== undefined && { outputPadding: along(outputPadding, 0) }),
    ...(isPair(padding) && { padding: along(padding, 0) }),
  };
}

function isPair(padding: Padding | undefined): padding is Pair {
  return typeof padding === 'number' || Array.isArray(padding);
}

function single(value: Pair, call: Call): number {
  if (typeof value === 'number') return value;
  throw new LensError(
    msg('{0} takes one number for its one axis, not {1}', call.callee, value.join(', ')),
    undefined,
    call.range,
  );
}
