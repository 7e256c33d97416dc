/** The line or lines of a listing that remove the padding from a gradient. */
import type { Geometry } from '../../../layer/geometry';
import { isSymmetric, numpyMode } from './pythonText';

/** `[pad:pad + n_H_prev, pad:pad + n_W_prev` for the same padding on all sides, else with numbers. */
export function interiorSlice(geometry: Geometry): string {
  const { rows, cols } = geometry;
  const same = isSymmetric(geometry) && rows.padBefore === cols.padBefore;
  const slice = (before: number, size: string): string =>
    same ? `pad:pad + ${size}` : before === 0 ? `:${size}` : `${before}:${before} + ${size}`;
  return `${slice(rows.padBefore, 'n_H_prev')}, ${slice(cols.padBefore, 'n_W_prev')}`;
}

/**
 * Adds each padding cell's gradient to the input cell that it repeats. `target` has the shape (…, n_H_prev, n_W_prev, n_C)
 * and is zero; `leading` are the indices of its axes before the rows.
 */
export function foldLines(
  geometry: Geometry,
  target: string,
  source: string,
  size: readonly [string, string],
  leading = '',
): string[] {
  const { rows, cols, paddingMode } = geometry;
  const mode = numpyMode[paddingMode];
  return [
    `rows = np.pad(np.arange(${size[0]}), (${rows.padBefore}, ${rows.padAfter}), mode='${mode}')`,
    `cols = np.pad(np.arange(${size[1]}), (${cols.padBefore}, ${cols.padAfter}), mode='${mode}')`,
    `np.add.at(${target}, (${leading}rows[:, None], cols[None, :]), ${source})`,
  ];
}
