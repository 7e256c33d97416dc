/** Attributes of ONNX's nodes as options of layers. Defaults as in ONNX's operator text. */
import type { Padding, Pair, Pool2dOptions } from '../../../../layer/options';
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import type { Call } from '../../library/call/Call';
import type { Caller } from '../Caller';
import { options1d } from '../options1d';

/** Those of convolutions and poolings. */
export function windowOptions(node: Call, by: Caller): { stride: Pair; padding: Padding; dilation: Pair } {
  return {
    stride: node.has('strides') ? axesAttribute(node, 'strides', by) : 1,
    padding: paddingOf(node, by),
    dilation: node.has('dilations') ? axesAttribute(node, 'dilations', by) : 1,
  };
}

/** Ties go to the first maximum; padding counts in averages only where `count_include_pad` is 1. */
export function poolOptions(node: Call, mode: Pool2dOptions['mode'], by: Caller): Pool2dOptions {
  const options: Pool2dOptions = {
    mode,
    kernel: axesAttribute(node, 'kernel_shape', by),
    ...windowOptions(node, by),
    ceilMode: node.integer('ceil_mode', 0) === 1,
    ...(mode === 'average' && { countIncludePad: node.integer('count_include_pad', 0) === 1 }),
    ties: 'first',
  };
  return onAxes(options, by, node);
}

/** Options of the one axis of a sequence as those of an image of height 1. */
export function onAxes<Options extends Parameters<typeof options1d>[0]>(
  options: Options,
  { is1d }: Caller,
  node: Call,
): Options {
  return is1d ? options1d(options, node) : options;
}

/** One window as large as the image. */
export function globalOptions({ shape }: PyArray, mode: Pool2dOptions['mode']): Pool2dOptions {
  return { mode, kernel: shape.length === 3 ? [1, shape[2]!] : [shape[2]!, shape[3]!], stride: 1, ties: 'first' };
}

function paddingOf(node: Call, { is1d }: Caller): Padding {
  const auto = node.text('auto_pad', 'NOTSET');
  switch (auto) {
    case 'NOTSET':
      break;
    case 'VALID':
      return 'valid';
    case 'SAME_UPPER':
      return 'same_upper';
    case 'SAME_LOWER':
      return 'same_lower';
    default:
      throw new LensError(msg('{0} of {1} is not supported', `auto_pad=${auto}`, node.callee), 'pad', node.range);
  }
  if (!node.has('pads')) return 0;
  const pads = node.integers('pads');
  // At the start and the end of a sequence.
  const [top, left, bottom, right] = is1d ? [0, pads[0], 0, pads[1]] : pads;
  const count = is1d ? 2 : 4;
  if (pads.length !== count)
    throw new LensError(msg('{0} must have length {1}, not {2}', 'pads', count, pads.length), 'pad', node.range);
  return { top, bottom, left: left!, right: right! };
}

/** Throws where there is not one number for each axis. */
export function axesAttribute(node: Call, name: string, { is1d }: Caller): Pair {
  const values = node.integers(name);
  const [vertical, horizontal] = values.slice(-2);
  const count = is1d ? 1 : 2;
  if (values.length !== count)
    throw new LensError(msg('{0} must have length {1}, not {2}', name, count, values.length), undefined, node.range);
  return is1d ? vertical! : [vertical!, horizontal!];
}
