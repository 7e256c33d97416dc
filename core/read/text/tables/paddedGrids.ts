/** A table that is an earlier one with a border of zeros: the text shows its padding. */
import type { NdArray } from '../../../array/NdArray';
import type { ParsedArray } from '../../ParseResult';

/** The tables without the padded ones, and the pad. */
export function withoutPadded(grids: readonly ParsedArray[]): {
  readonly grids: readonly ParsedArray[];
  readonly values: Readonly<{ pad?: number }>;
} {
  const pads = grids.map(({ array }, index) =>
    grids.slice(0, index).reduce((pad, earlier) => pad || padOf(earlier.array, array), 0),
  );
  const pad = pads.find((each) => each > 0);
  return { grids: grids.filter((_, index) => pads[index] === 0), values: pad === undefined ? {} : { pad } };
}

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
