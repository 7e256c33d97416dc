/** Small geometries on which repairs are tried: fewer cells than those that a repair must agree on at last. */
import { isConvolution, isPooling, type CourseFunction } from '../CourseFunction';
import type { FixedGeometry } from './FixedGeometry';
import type { LayerCase } from './LayerCase';
import { fixedSizes, makeCase, type CaseSizes } from './makeCase';

const CONV: readonly CaseSizes[] = [
  { rows: 3, cols: 4, kernel: [2, 2], stride: 2, pad: 1, filters: 2 },
  { rows: 3, cols: 4, kernel: [2, 2], stride: 1, pad: 0, filters: 2 },
  // One of stride, padding and axis at a time differs from those of most calls: mistakes that hide each other are found one by one.
  { rows: 3, cols: 3, kernel: [2, 2], stride: 1, pad: 0, filters: 2, examples: 1 },
  { rows: 3, cols: 3, kernel: [2, 2], stride: 1, pad: 2, filters: 2, examples: 1 },
  { rows: 2, cols: 3, kernel: [2, 2], stride: 1, pad: 1, filters: 2, examples: 1 },
  { rows: 4, cols: 4, kernel: [2, 2], stride: 2, pad: 1, filters: 2, examples: 1 },
];

const RECTANGULAR: CaseSizes[] = [{ rows: 3, cols: 3, kernel: [2, 3], stride: 1, pad: 1, filters: 2, examples: 1 }];

const POOL: readonly CaseSizes[] = [
  { rows: 4, cols: 6, kernel: [2, 2], stride: 2, mode: 'max' },
  { rows: 4, cols: 6, kernel: [2, 2], stride: 2, mode: 'average' },
  { rows: 3, cols: 4, kernel: [2, 2], stride: 1, mode: 'max' },
  { rows: 3, cols: 4, kernel: [2, 2], stride: 1, mode: 'average' },
];

/** `isSquare`: of a function that takes as many rows as columns only. */
export function probeCases(
  operation: CourseFunction,
  fixed: FixedGeometry,
  { isSquare, rectangular = false }: { readonly isSquare: boolean; readonly rectangular?: boolean | undefined },
): LayerCase[] {
  const sizes = isConvolution(operation)
    ? [...CONV, ...(rectangular ? RECTANGULAR : [])]
    : isPooling(operation)
      ? POOL
      : [];
  return sizes.flatMap((each, k) => {
    const own = fixedSizes(isSquare ? { ...each, rows: each.cols } : each, fixed);
    return own ? [makeCase(operation, own, k + 101)] : [];
  });
}
