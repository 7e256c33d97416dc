/** OpenCV's filters of one plane: correlations whose windows are centred, with the image mirrored at its edges. */
import { sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import { isFloat, type Dtype } from '../array/dtype';
import { mapOne } from '../array/elementwise';
import { arrayOf, newData, type PyArray } from '../array/PyArray';
import { roundEven } from '../library/ufunc/floats';
import type { Call, FunctionTable } from '../library/call/Call';
import type { Py } from '../value/Py';
import type { Extension } from './extend';
import { planar, slide, unsupported } from './planes';

/** By name in `cv2`. */
export const OPENCV: FunctionTable = {
  filter2D: ['src ddepth kernel dst? anchor? delta? borderType?', filter2D],
  blur: ['src ksize dst? anchor? borderType?', blur],
};

/** Borders by their numbers, and depths of results. */
export const OPENCV_CONSTANTS: Readonly<Record<string, number>> = {
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

const BORDERS: readonly (Extension | undefined)[] = ['constant', 'nearest', 'reflect', undefined, 'mirror'];
const DEPTHS: Readonly<Record<number, Dtype>> = { 0: 'uint8', 2: 'uint16', 3: 'int16', 5: 'float32', 6: 'float64' };
const LIMITS: Partial<Readonly<Record<Dtype, readonly [least: number, most: number]>>> = {
  uint8: [0, 255],
  uint16: [0, 65535],
  int16: [-32768, 32767],
};

function filter2D(call: Call): Py {
  const depth = call.integer('ddepth');
  const image = planar(call, 'src');
  const dtype = depth < 0 ? image.dtype : DEPTHS[depth];
  if (!dtype) throw unsupported(call, `ddepth=${depth}`);
  return filtered(call, image, planar(call, 'kernel'), dtype, call.number('delta', 0));
}

/** The mean of a window of `ksize`, which is width and height. */
function blur(call: Call): Py {
  const [width = 1, height = width] = call.integers('ksize');
  const shape = [height, width];
  call.context.allocate(shape, call.range);
  const mean = arrayOf(newData(sizeOf(shape), 'float64').fill(1 / sizeOf(shape)), shape, 'float64');
  const image = planar(call, 'src');
  return filtered(call, image, mean, image.dtype);
}

function filtered(call: Call, image: PyArray, kernel: PyArray, dtype: Dtype, delta = 0): Py {
  if (!call.lacks('dst')) throw unsupported(call, 'dst');
  const border = call.integer('borderType', 4);
  const extension = BORDERS[border];
  if (!extension) throw unsupported(call, `borderType=${border}`);
  const [rows, cols] = kernel.shape as [number, number];
  const anchor = call.lacks('anchor') ? [-1, -1] : call.integers('anchor');
  const left = anchor[0]! < 0 ? cols >> 1 : anchor[0]!;
  const top = anchor[1]! < 0 ? rows >> 1 : anchor[1]!;
  const sides = { top, bottom: rows - 1 - top, left, right: cols - 1 - left };
  if (sides.bottom < 0 || sides.right < 0) throw unsupported(call, `anchor=${anchor.join(', ')}`);
  const notes = isFloat(dtype) ? [] : [msg('{0} rounds its result and limits it to {1}', call.callee, dtype)];
  const filtering = { image, kernel, sides, extension, value: 0, dtype: 'float64' as const, notes, line: false };
  const result = slide(filtering, false, call);
  return result.kind === 'array'
    ? mapOne(result, dtype, (value) => limited(value + delta, dtype), call.context)
    : result;
}

function limited(value: number, dtype: Dtype): number {
  const limits = LIMITS[dtype];
  return limits ? Math.min(limits[1], Math.max(limits[0], roundEven(value))) : value;
}
