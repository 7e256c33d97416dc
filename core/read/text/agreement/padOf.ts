/** Whether a matrix is another one with a border of zeros. */
import type { NdArray } from '../../../array/NdArray';

/** The width of the border; 0 where the outer table is another one. */
export function padOf(inner: NdArray, outer: NdArray): number {
  const [rows = 0, cols = 0] = inner.shape;
  const [height = 0, width = 0] = outer.shape;
  const pad = (height - rows) / 2;
  if (!(pad >= 1) || !Number.isInteger(pad) || width !== cols + 2 * pad) return 0;
  const isSame = outer.data.every((value, k) => {
    const [row, col] = [Math.floor(k / width) - pad, (k % width) - pad];
    return value === (row >= 0 && row < rows && col >= 0 && col < cols ? inner.data[row * cols + col] : 0);
  });
  return isSame ? pad : 0;
}
