/** Images extended beyond their edges by the rules of SciPy, and which of these rules are padding modes of the core. */
import type { PaddingMode, Sides } from '../../../../layer/options';
import { tuple2 } from '../../../../tuples';
import type { PyArray } from '../../array/PyArray';
import type { Call } from '../../library/call/Call';
import { paddedBy } from '../../library/manipulation/padding';

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

/** NumPy's names of the same extensions. */
const NUMPY_MODES: Readonly<Record<Extension, string>> = {
  constant: 'constant',
  reflect: 'symmetric',
  mirror: 'reflect',
  nearest: 'edge',
  wrap: 'wrap',
};

/** Of rows and columns. */
export function widthsOfSides({ top, bottom, left, right }: Sides): readonly (readonly [number, number])[] {
  return [
    [top, bottom],
    [left, right],
  ];
}

/** A copy with more cells before and after each axis. `value` fills `constant`. */
export function extended(
  array: PyArray,
  widths: readonly (readonly [before: number, after: number])[],
  extension: Extension,
  value: number,
  call: Call,
): PyArray {
  return paddedBy(call, array, widths, NUMPY_MODES[extension], value);
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
