/** OpenCV's linear filters on images of one channel. They correlate: the kernel is not turned. */
import { formatShape, sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { tuple2 } from '../../../../tuples';
import { isFloat, type Dtype } from '../../array/dtype';
import { mapOne } from '../../array/elementwise';
import { copyOf } from '../../array/reshaping';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import type { Call, FunctionTable } from '../../library/call/Call';
import { flipped } from '../../library/manipulation/shaping';
import type { Py } from '../../value/Py';
import { unsupportedArgument } from '../torch/torchCaller';
import { derivativeKernel, gaussianKernel, laplacianKernel } from './openCvKernels';
import { slideKernel } from './slideKernel';
import { extended, type Extension } from './extend';

/** Functions of `cv2` by name. */
export const OPEN_CV: FunctionTable = {
  flip: ['src flipCode dst?', turned],
  copyMakeBorder: ['src top bottom left right borderType dst? value?', bordered],
  filter2D: ['src ddepth kernel dst? anchor? delta? borderType?', filter2D],
  blur: ['src ksize dst? anchor? borderType?', (call) => box(call, sizeOfKernel(call), true)],
  boxFilter: [
    'src ddepth ksize dst? anchor? normalize? borderType?',
    (call) => box(call, sizeOfKernel(call), call.flag('normalize', true)),
  ],
  Sobel: [
    'src ddepth dx dy dst? ksize? scale? delta? borderType?',
    (call) => correlated(call, derivativeKernel(call, call.integer('ksize', 3))),
  ],
  Scharr: ['src ddepth dx dy dst? scale? delta? borderType?', (call) => correlated(call, derivativeKernel(call, -1))],
  Laplacian: ['src ddepth dst? ksize? scale? delta? borderType?', (call) => correlated(call, laplacianKernel(call))],
  GaussianBlur: ['src ksize sigmaX dst? sigmaY? borderType?', blurred],
};

/** Constants of `cv2`: ways to extend an image, and depths. */
export const OPEN_CV_CONSTANTS: Readonly<Record<string, number>> = {
  BORDER_CONSTANT: 0,
  BORDER_REPLICATE: 1,
  BORDER_REFLECT: 2,
  BORDER_WRAP: 3,
  BORDER_REFLECT_101: 4,
  BORDER_REFLECT101: 4,
  BORDER_DEFAULT: 4,
  CV_8U: 0,
  CV_16U: 2,
  CV_16S: 3,
  CV_32F: 5,
  CV_64F: 6,
};

const EXTENSIONS: Readonly<Record<number, Extension>> = { 0: 'constant', 1: 'nearest', 2: 'reflect', 4: 'mirror' };
const DEPTHS: Readonly<Record<number, Dtype>> = { 0: 'uint8', 2: 'uint16', 3: 'int16', 5: 'float32', 6: 'float64' };
const LIMITS: Readonly<Partial<Record<Dtype, readonly [number, number]>>> = {
  uint8: [0, 255],
  uint16: [0, 65_535],
  int16: [-32_768, 32_767],
};

/** Around the horizontal axis with 0, the vertical one with a positive code, both with a negative one. */
function turned(call: Call): Py {
  const [source, code] = [call.array('src'), call.integer('flipCode')];
  return copyOf(flipped(source, code === 0 ? [0] : code > 0 ? [1] : [0, 1]), call.context);
}

/** Rows and columns around an image; the constant is one number for all channels. */
function bordered(call: Call): Py {
  const image = call.array('src');
  const border = call.integer('borderType');
  const extension = border === 3 ? 'wrap' : EXTENSIONS[border];
  const given = call.lacks('value') ? [0] : flat(call.array('value'));
  const [value = 0, ...others] = new Set(
    Array.from({ length: image.shape[2] ?? 1 }, (_, channel) => given[channel] ?? 0),
  );
  if (!extension) throw unsupportedArgument(call, 'borderType');
  if (others.length > 0) throw unsupportedArgument(call, 'value');
  const [top, bottom] = [call.integer('top'), call.integer('bottom')];
  const [left, right] = [call.integer('left'), call.integer('right')];
  const channels = image.shape.slice(2).map(() => [0, 0] as const);
  return extended(image, [[top, bottom], [left, right], ...channels], extension, value, call);
}

function filter2D(call: Call): Py {
  return correlated(call, call.array('kernel'));
}

/** Of whole numbers, OpenCV rounds sums of rounded weights. */
function blurred(call: Call): Py {
  if (!isFloat(call.array('src').dtype)) throw unsupportedArgument(call, 'src');
  return correlated(call, gaussianKernel(call, sizeOfKernel(call)));
}

function box(call: Call, [cols, rows]: readonly [number, number], normalized: boolean): Py {
  const shape = [rows, cols];
  const data = newData(call.context.allocate(shape, call.range), 'float64').fill(normalized ? 1 / sizeOf(shape) : 1);
  return correlated(call, arrayOf(data, shape, 'float64'));
}

/** (width, height). */
function sizeOfKernel(call: Call): readonly [number, number] {
  const sizes = call.integers('ksize');
  if (sizes.length === 2) return [sizes[0]!, sizes[1]!];
  throw new LensError(
    msg('{0} must be one number or a pair, not {1}', 'ksize', sizes.join(', ')),
    undefined,
    call.range,
  );
}

/** The window begins f // 2 before its pixel. */
function correlated(call: Call, kernel: PyArray): Py {
  const image = call.array('src');
  if (call.has('delta') && call.number('delta') !== 0) throw unsupportedArgument(call, 'delta');
  if (call.has('anchor')) throw unsupportedArgument(call, 'anchor');
  for (const array of [image, kernel])
    if (array.shape.length !== 2 || array.shape.includes(0))
      throw new LensError(
        msg('{0} is supported for images of one channel, not for shape {1}', call.callee, formatShape(array.shape)),
        undefined,
        call.range,
      );
  const [rows, cols] = tuple2(kernel.shape);
  const extension = call.lacks('borderType') ? 'mirror' : EXTENSIONS[call.integer('borderType')];
  if (!extension) throw unsupportedArgument(call, 'borderType');
  const [top, left] = [rows >> 1, cols >> 1];
  const sides = { top, bottom: rows - 1 - top, left, right: cols - 1 - left };
  const dtype = resultType(call, image);
  const limits = LIMITS[dtype];
  const notes = limits ? [msg('{0} rounds its result to {1} and clips it', call.callee, dtype)] : [];
  const result = slideKernel(
    { image, kernel, sides, extension, value: 0, dtype: limits ? 'float64' : dtype, notes, is1d: false },
    false,
    call,
  );
  if (!limits || result.kind !== 'array') return result;
  const [least, greatest] = limits;
  return mapOne(result, dtype, (value) => Math.min(Math.max(toEven(value), least), greatest), call.context);
}

function toEven(value: number): number {
  const down = Math.floor(value);
  return value - down === 0.5 ? down + (down % 2 === 0 ? 0 : 1) : Math.round(value);
}

/** `ddepth` −1, or none, keeps the image's type. */
function resultType(call: Call, image: PyArray): Dtype {
  const depth = call.has('ddepth') ? call.integer('ddepth') : -1;
  const dtype = depth < 0 ? image.dtype : DEPTHS[depth];
  if (dtype && [dtype, image.dtype].every((each) => Object.values(DEPTHS).includes(each))) return dtype;
  throw new LensError(msg('{0} takes no image of type {1}', call.callee, image.dtype), undefined, call.range);
}
