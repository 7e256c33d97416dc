/** `scipy.ndimage`: correlation and convolution whose output is as large as the input. */
import { msg } from '../../../../message';
import { tuple2 } from '../../../../tuples';
import { isFloat } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import { reshapeTo } from '../../array/reshaping';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { Py } from '../../value/Py';
import type { Extension } from './extend';
import {
  are1d,
  areVolumes,
  array1d,
  planarArray,
  sidesOf,
  slideKernel,
  slideVolume,
  unsupportedOption,
} from './slideKernel';

const ALONG = 'input weights axis? output? mode? cval? origin?';
const FILTER = 'input weights output? mode? cval? origin?';

/** Functions of `scipy.ndimage` by name. */
export const NDIMAGE: FunctionTable = {
  convolve: [FILTER, (call) => filtered(call, true)],
  correlate: [FILTER, (call) => filtered(call, false)],
  convolve1d: [ALONG, (call) => filteredAlong(call, true)],
  correlate1d: [ALONG, (call) => filteredAlong(call, false)],
};

/** The window of `correlate` begins k // 2 before its pixel; the turned one of `convolve` (k − 1) // 2 before it. */
function filtered(call: Call, flip: boolean): Py {
  const [input, weights] = [call.array('input'), call.array('weights')];
  if (areVolumes(input, weights)) {
    if (!call.lacks('output')) throw unsupportedOption(call, 'output');
    if (!call.lacks('origin')) throw unsupportedOption(call, 'origin');
    const widths = weights.shape.map((size) => {
      const before = (flip ? size - 1 : size) >> 1;
      return [before, size - 1 - before] as const;
    });
    const [extension, value] = [edgeExtension(call), call.number('cval', 0)];
    return slideVolume({ image: input, kernel: weights, extension, value, dtype: input.dtype }, widths, flip, call);
  }
  const is1d = are1d(call, 'input', 'weights');
  const [image, kernel] = is1d
    ? [array1d(call, 'input'), array1d(call, 'weights')]
    : [planarArray(call, 'input'), planarArray(call, 'weights')];
  return slideCentred(image, kernel, is1d, flip, call);
}

/** A kernel along one axis of a 1-D or 2-D array. */
function filteredAlong(call: Call, flip: boolean): Py {
  const is1d = are1d(call, 'input', 'weights');
  const image = is1d ? array1d(call, 'input') : planarArray(call, 'input');
  const weights = array1d(call, 'weights');
  const axis = call.integer('axis', -1);
  const vertical = !is1d && (axis === 0 || axis === -2);
  const kernel = vertical ? reshapeTo(weights, [-1, 1], call.context) : weights;
  return slideCentred(image, kernel, is1d, flip, call, vertical);
}

export function slideCentred(
  image: PyArray,
  kernel: PyArray,
  is1d: boolean,
  flip: boolean,
  call: Call,
  vertically?: boolean,
): Py {
  if (!call.lacks('output')) throw unsupportedOption(call, 'output');
  const [rows, cols] = tuple2(kernel.shape);
  const origins = call.lacks('origin') ? [0] : call.integers('origin');
  const [first = 0, second = first] = origins;
  const [vertical, horizontal] =
    vertically === undefined ? [is1d ? 0 : first, second] : vertically ? [first, 0] : [0, first];
  const sides = flip
    ? sidesOf(((rows - 1) >> 1) - vertical, ((cols - 1) >> 1) - horizontal, kernel.shape)
    : sidesOf((rows >> 1) + vertical, (cols >> 1) + horizontal, kernel.shape);
  if (Object.values(sides).some((side) => side < 0)) throw unsupportedOption(call, `origin=${origins.join(', ')}`);
  const notes =
    !isFloat(image.dtype) && isFloat(kernel.dtype)
      ? [msg('{0} casts its result to {1}', call.callee, image.dtype)]
      : [];
  const value = call.number('cval', 0);
  const filtering = {
    image,
    kernel,
    sides,
    extension: edgeExtension(call),
    value,
    dtype: image.dtype,
    notes,
    is1d,
  };
  return slideKernel(filtering, flip, call);
}

export function edgeExtension(call: Call): Extension {
  const mode = call.text('mode', 'reflect');
  switch (mode) {
    case 'reflect':
    case 'grid-mirror':
      return 'reflect';
    case 'constant':
    case 'grid-constant':
      return 'constant';
    case 'grid-wrap':
      return 'wrap';
    case 'mirror':
    case 'nearest':
    case 'wrap':
      return mode;
    default:
      throw unsupportedOption(call, `mode=${mode}`);
  }
}
