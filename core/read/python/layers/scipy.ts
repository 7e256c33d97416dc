/** SciPy's convolution and correlation of planes and lines, signal and ndimage, and NumPy's. A convolution turns the kernel by 180° before it slides. */
import { formatShape } from '../../../array/NdArray';
import type { Sides } from '../../../layer/options';
import { LensError, msg, type Message } from '../../../message';
import { isFloat, promote, type Dtype } from '../array/dtype';
import { convert } from '../array/elementwise';
import type { PyArray } from '../array/PyArray';
import type { Call, FunctionTable } from '../library/call/Call';
import type { Py } from '../value/Py';
import { reshapeTo } from '../array/reshaping';
import { turned, type Caller } from './Caller';
import { extended, paddingModeOf, type Extension } from './extend';
import { convolve, placedAt } from './forward';

const PLANAR = 'in1 in2 mode? boundary? fillvalue?';
const ALONG = 'input weights axis? output? mode? cval? origin?';
const FILTER = 'input weights output? mode? cval? origin?';

/** By name in `scipy.signal`. */
export const SIGNAL: FunctionTable = {
  convolve2d: [PLANAR, (call) => signal(call, true)],
  correlate2d: [PLANAR, (call) => signal(call, false, false)],
  convolve: ['in1 in2 mode? method?', (call) => signal(call, true)],
  correlate: ['in1 in2 mode? method?', (call) => signal(call, false)],
  fftconvolve: ['in1 in2 mode? axes?', (call) => signal(call, true)],
};

/** By name in `scipy.ndimage`. */
export const NDIMAGE: FunctionTable = {
  convolve: [FILTER, (call) => filtered(call, true)],
  correlate: [FILTER, (call) => filtered(call, false)],
  convolve1d: [ALONG, (call) => filteredAlong(call, true)],
  correlate1d: [ALONG, (call) => filteredAlong(call, false)],
};

/** By name in `numpy`: of two lines the longer one is the input. */
export const NUMPY_LINES: FunctionTable = {
  convolve: ['a v mode?', (call) => numpyLines(call, 'full', true)],
  correlate: ['a v mode?', (call) => numpyLines(call, 'valid', false)],
};

export interface Filtering {
  readonly image: PyArray;
  readonly kernel: PyArray;
  readonly sides: Sides;
  readonly extension: Extension;
  readonly value: number;
  readonly dtype: Dtype;
  readonly notes?: readonly Message[];
  /** The arrays are lines: planes of height 1. */
  readonly line: boolean;
}

/** The middle of the full output is what `same` gives; it has as many elements as the input. */
function numpyLines(call: Call, usual: string, flip: boolean): Py {
  const [a, v] = [line(call, 'a'), line(call, 'v')];
  const swaps = v.shape[1]! > a.shape[1]!;
  if (swaps && !flip) throw unsupported(call, msg('a kernel that is longer than the input'));
  const [image, kernel] = swaps ? [v, a] : [a, v];
  const sides = signalSides(call, call.text('mode', usual), image.shape, kernel.shape, true);
  const dtype = promote(image.dtype, kernel.dtype);
  return slide({ image, kernel, sides, extension: 'constant', value: 0, dtype, line: true }, flip, call);
}

function signal(call: Call, flip: boolean, early = true): Py {
  const isLine = !call.has('boundary') && isLines(call, 'in1', 'in2');
  const [image, kernel] = isLine ? [line(call, 'in1'), line(call, 'in2')] : [planar(call, 'in1'), planar(call, 'in2')];
  const mode = call.text('mode', 'full');
  if (call.has('axes') && !call.lacks('axes')) throw unsupported(call, 'axes');
  const extension = boundaryOf(call);
  const sides = signalSides(call, mode, image.shape, kernel.shape, early);
  const dtype = promote(image.dtype, kernel.dtype);
  const value = call.has('fillvalue') ? call.number('fillvalue', 0) : 0;
  return slide({ image, kernel, sides, extension, value, dtype, line: isLine }, flip, call);
}

/**
 * `same` takes the middle of the full output. With a kernel of even size k the windows begin k // 2 before their pixel
 * (`early`), those of `correlate2d` k // 2 − 1.
 */
function signalSides(
  call: Call,
  mode: string,
  image: readonly number[],
  kernel: readonly number[],
  early: boolean,
): Sides {
  const [rows, cols] = kernel as [number, number];
  switch (mode) {
    case 'full':
      return { top: rows - 1, bottom: rows - 1, left: cols - 1, right: cols - 1 };
    case 'same':
      return early ? sidesOf(rows >> 1, cols >> 1, kernel) : sidesOf((rows - 1) >> 1, (cols - 1) >> 1, kernel);
    case 'valid':
      if (rows > image[0]! || cols > image[1]!) {
        const [first, second] = [formatShape(image), formatShape(kernel)];
        throw new LensError(
          msg(
            '{0} with mode valid and a kernel {1} that is larger than the input {2} is not supported',
            call.callee,
            second,
            first,
          ),
          undefined,
          call.range,
        );
      }
      return { top: 0, bottom: 0, left: 0, right: 0 };
    default:
      throw unsupported(call, `mode=${mode}`);
  }
}

function boundaryOf(call: Call): Extension {
  const boundary = call.has('boundary') ? call.text('boundary', 'fill') : 'fill';
  switch (boundary) {
    case 'fill':
    case 'pad':
      return 'constant';
    case 'wrap':
    case 'circular':
      return 'wrap';
    case 'symm':
    case 'symmetric':
      return 'reflect';
    default:
      throw unsupported(call, `boundary=${boundary}`);
  }
}

/** The window of `correlate` begins k // 2 before its pixel; the turned one of `convolve` (k − 1) // 2 before it. */
function filtered(call: Call, flip: boolean): Py {
  const isLine = isLines(call, 'input', 'weights');
  const [image, kernel] = isLine
    ? [line(call, 'input'), line(call, 'weights')]
    : [planar(call, 'input'), planar(call, 'weights')];
  return slideCentred(image, kernel, isLine, flip, call);
}

/** A kernel along one axis of a line or a plane. */
function filteredAlong(call: Call, flip: boolean): Py {
  const isLine = isLines(call, 'input', 'weights');
  const image = isLine ? line(call, 'input') : planar(call, 'input');
  const weights = line(call, 'weights');
  const axis = call.integer('axis', -1);
  const vertical = !isLine && (axis === 0 || axis === -2);
  const kernel = vertical ? reshapeTo(weights, [-1, 1], call.context) : weights;
  return slideCentred(image, kernel, isLine, flip, call, vertical);
}

function slideCentred(
  image: PyArray,
  kernel: PyArray,
  isLine: boolean,
  flip: boolean,
  call: Call,
  vertically?: boolean,
): Py {
  if (!call.lacks('output')) throw unsupported(call, 'output');
  const [rows, cols] = kernel.shape as [number, number];
  const origins = call.lacks('origin') ? [0] : call.integers('origin');
  const [first = 0, second = first] = origins;
  const [vertical, horizontal] =
    vertically === undefined ? [isLine ? 0 : first, second] : vertically ? [first, 0] : [0, first];
  const sides = flip
    ? sidesOf(((rows - 1) >> 1) - vertical, ((cols - 1) >> 1) - horizontal, kernel.shape)
    : sidesOf((rows >> 1) + vertical, (cols >> 1) + horizontal, kernel.shape);
  if (Object.values(sides).some((side) => side < 0)) throw unsupported(call, `origin=${origins.join(', ')}`);
  const notes =
    !isFloat(image.dtype) && isFloat(kernel.dtype)
      ? [msg('{0} casts its result to {1}', call.callee, image.dtype)]
      : [];
  const value = call.number('cval', 0);
  const filtering = {
    image,
    kernel,
    sides,
    extension: extensionOf(call),
    value,
    dtype: image.dtype,
    notes,
    line: isLine,
  };
  return slide(filtering, flip, call);
}

function extensionOf(call: Call): Extension {
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
      throw unsupported(call, `mode=${mode}`);
  }
}

function sidesOf(top: number, left: number, [rows, cols]: readonly number[]): Sides {
  return { top, bottom: rows! - 1 - top, left, right: cols! - 1 - left };
}

/** Slides the kernel, turned where `flip`, over the image. An extension that the core has no padding mode for is made before. */
export function slide(filtering: Filtering, flip: boolean, call: Call): Py {
  const { image, kernel, sides, extension, value, dtype, notes = [] } = filtering;
  const paddingMode = paddingModeOf(extension, value, image.shape, sides);
  const input = paddingMode ? image : extended(image, sides, extension, value, call.context);
  const extendedNote = msg('the input was extended to {0} before, as {1} does', formatShape(input.shape), call.callee);
  const { top, bottom, left, right } = sides;
  const even = top === bottom && left === right && top === left;
  const padding = !paddingMode ? 0 : even ? top : sides;
  const request = {
    input,
    filter: flip ? turned(kernel, 2) : kernel,
    bias: undefined,
    options: { padding, ...(paddingMode && paddingMode !== 'zeros' && { paddingMode }) },
    kernelFlipped: flip,
    notes: paddingMode ? notes : [...notes, extendedNote],
  };
  const { callee, range, context } = call;
  const caller: Caller = { callee, range, notation: 'numpy', layout: 'nhwc', planar: true };
  const result = placedAt(range, () => convolve(request, caller, context));
  if (result.kind !== 'array') return result;
  const converted = convert(result, dtype, context);
  return filtering.line ? reshapeTo(converted, [-1], context) : converted;
}

function isLines(call: Call, ...names: string[]): boolean {
  return names.every((name) => call.array(name).shape.length === 1);
}

/** A 1-D array as a plane of height 1. */
function line(call: Call, name: string): PyArray {
  const array = call.array(name);
  if (array.shape.length === 1 && array.shape[0]! > 0) return reshapeTo(array, [1, -1], call.context);
  throw new LensError(
    msg('{0} takes 1-D arrays; {1} has shape {2}', call.callee, name, formatShape(array.shape)),
    undefined,
    call.range,
  );
}

function planar(call: Call, name: string): PyArray {
  const array = call.array(name);
  if (array.shape.length === 2 && !array.shape.includes(0)) return array;
  throw new LensError(
    msg('{0} is supported for 2-D arrays; {1} has shape {2}', call.callee, name, formatShape(array.shape)),
    undefined,
    call.range,
  );
}

function unsupported(call: Call, option: string | Message): LensError {
  return new LensError(msg('{0} of {1} is not supported', option, call.callee), undefined, call.range);
}
