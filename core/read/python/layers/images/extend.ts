/** Images extended beyond their edges by the rules of SciPy, and which of these rules are padding modes of the core. */
import type { PaddingMode, Sides } from '../../../../layer/options';
import { sizeOf } from '../../../../array/NdArray';
import { tuple2 } from '../../../../tuples';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import type { Context } from '../../runtime/Context';

/** scipy.ndimage's names: `reflect` repeats the edge, `mirror` does not. */
export type Extension = 'constant' | 'reflect' | 'mirror' | 'nearest' | 'wrap';

const NATIVE: Partial<Readonly<Record<Extension, PaddingMode>>> = {
  constant: 'zeros',
  mirror: 'reflect',
  nearest: 'replicate',
  wrap: 'circular',
};

/** The core's padding mode that has the same effect on an image of this shape; undefined otherwise. */
export function paddingModeOf(
  extension: Extension,
  value: number,
  shape: readonly number[],
  { top, bottom, left, right }: Sides,
): PaddingMode | undefined {
  const [rows, cols] = tuple2(shape);
  const most = extension === 'mirror' ? 1 : 0;
  const far = Math.max(top, bottom) > rows - most || Math.max(left, right) > cols - most;
  if (extension === 'constant') return value === 0 ? 'zeros' : undefined;
  return far && extension !== 'nearest' ? undefined : NATIVE[extension];
}

/** A copy of a 2-D image with more rows and columns. `value` fills `constant`. */
export function extended(
  image: PyArray,
  { top, bottom, left, right }: Sides,
  extension: Extension,
  value: number,
  context: Context,
): PyArray {
  const [rows, cols] = tuple2(image.shape);
  const shape = [top + rows + bottom, left + cols + right];
  context.allocate(shape);
  const from = flat(image);
  const to = newData(sizeOf(shape), image.dtype);
  for (let row = 0, at = 0; row < shape[0]!; row++) {
    const sourceRow = repeatedIndex(row - top, rows, extension);
    for (let col = 0; col < shape[1]!; col++, at++) {
      const sourceCol = repeatedIndex(col - left, cols, extension);
      to[at] = sourceRow < 0 || sourceCol < 0 ? value : from[sourceRow * cols + sourceCol]!;
    }
  }
  return arrayOf(to, shape, image.dtype, { notation: image.notation });
}

/** Index of the element that is repeated at `index`, which may lie outside; −1 for the constant. */
export function repeatedIndex(index: number, size: number, extension: Extension): number {
  if (index >= 0 && index < size) return index;
  const modulo = (period: number) => ((index % period) + period) % period;
  switch (extension) {
    case 'constant':
      return -1;
    case 'nearest':
      return index < 0 ? 0 : size - 1;
    case 'wrap':
      return modulo(size);
    case 'reflect': {
      const place = modulo(2 * size);
      return place < size ? place : 2 * size - 1 - place;
    }
    case 'mirror': {
      if (size === 1) return 0;
      const place = modulo(2 * size - 2);
      return place < size ? place : 2 * size - 2 - place;
    }
  }
}
