/** Kernel sizes, strides and paddings as the frameworks write them. */
import type { Pair, Padding } from '../../../layer/options';
import { LensError, msg } from '../../../message';
import type { Call } from '../library/call/Call';

/** One number, one in brackets, or a pair. */
export function pairArgument(call: Call, name: string): Pair {
  const values = call.integers(name);
  const [vertical, horizontal] = values;
  if (vertical === undefined || values.length > 2) {
    throw new LensError(
      msg('{0} must be one number or a pair, not {1}', name, `(${values.join(', ')})`),
      undefined,
      call.range,
    );
  }
  return horizontal === undefined ? vertical : [vertical, horizontal];
}

export function optionalPair(call: Call, name: string): Pair | undefined {
  return call.lacks(name) ? undefined : pairArgument(call, name);
}

/** PyTorch: numbers, `'valid'`, or `'same'` for stride 1. */
export function torchPadding(call: Call): Padding {
  if (call.lacks('padding')) return 0;
  if (call.value('padding').kind !== 'text') return pairArgument(call, 'padding');
  const name = call.text('padding');
  if (name === 'valid' || name === 'same') return name;
  throw unknownPadding(call, name);
}

/** TensorFlow and Keras: `VALID`, `SAME` (the extra cell at the bottom and right), or a pair of numbers for each axis. */
export function tensorflowPadding(call: Call, layout: 'nhwc' | 'nchw'): Padding {
  const value = call.lacks('padding') ? undefined : call.value('padding');
  if (!value) return 'valid';
  if (value.kind === 'text') {
    const name = value.value.toLowerCase();
    if (name === 'valid') return 'valid';
    if (name === 'same') return 'same_upper';
    throw unknownPadding(call, value.value);
  }
  const { shape, store } = call.array('padding');
  if (shape.length !== 2 || shape[0] !== 4 || shape[1] !== 2) throw unknownPadding(call, shape.join(' × '));
  const at = layout === 'nhwc' ? 2 : 4;
  const [top, bottom, left, right] = store.data.slice(at, at + 4);
  return { top: top!, bottom: bottom!, left: left!, right: right! };
}

/** TensorFlow's strides and window sizes: one number, a pair, or four with 1 for batch and channels. */
export function tensorflowPair(call: Call, name: string, layout: 'nhwc' | 'nchw'): Pair {
  const values = call.integers(name);
  if (values.length !== 4) return pairArgument(call, name);
  const at = layout === 'nhwc' ? 1 : 2;
  if (values.some((value, axis) => value !== 1 && axis !== at && axis !== at + 1)) {
    const written = `${name}=${values.join(', ')}`;
    throw new LensError(msg('{0} of {1} is not supported', written, call.callee), undefined, call.range);
  }
  return [values[at]!, values[at + 1]!];
}

function unknownPadding(call: Call, text: string): LensError {
  return new LensError(msg('padding {0} is not supported for {1}', text, call.callee), 'pad', call.range);
}
