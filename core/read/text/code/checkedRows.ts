/** Results of C-like tests that are checked row by row: `assertArrayEquals(new double[]{7, 9}, out[0])`. */
import { sizeOf } from '../../../array/NdArray';
import type { WrittenArray } from '../agreement/layerWords';
import { sharedBlocks } from './codeBlocks';

export interface CheckedRow extends WrittenArray {
  /** The result of which it is a row. */
  readonly of: string;
  readonly index: number;
}

/** `out[0]`, `out.get(0)`, `layer.output()[0]`; not a cell and not an element of a call's arguments. */
const ROW =
  /(?<![\w$.\])])([A-Za-z_$][\w$]*(?:(?:\.|->|::)[A-Za-z_$][\w$]*(?:\(\))?)*?)(?:\[(\d+)\]|\.get\((\d+)\))(?!\s*[[.(\w])/;
const MOST_ROWS = 512;

/** The row of a result that the line of a check names next to its numbers. */
export function rowAt(code: string, array: WrittenArray): CheckedRow | undefined {
  if (array.array.shape.length !== 1) return undefined;
  const [start, end] = array.range;
  const [, of, first, second] = ROW.exec(code.slice(code.lastIndexOf('\n', start) + 1, end)) ?? [];
  return of === undefined ? undefined : { ...array, of, index: Number(first ?? second) };
}

/** The rows of one result in one block as one array; one row alone is the result of many layers. Rows that are not checked are NaN. */
export function checkedRows(code: string, rows: readonly CheckedRow[]): WrittenArray[] {
  const together = sharedBlocks(
    code,
    rows.map(({ range }) => range[0]),
  );
  const groups: CheckedRow[][] = [];
  for (const row of rows) {
    const group = groups.find(
      ([first, ...others]) =>
        first!.of === row.of &&
        first!.array.shape[0] === row.array.shape[0] &&
        together(first!.range[0], row.range[0]) &&
        ![first!, ...others].some(({ index }) => index === row.index),
    );
    if (group) group.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group): WrittenArray[] => {
    const shape = [Math.max(...group.map(({ index }) => index)) + 1, group[0]!.array.shape[0]!];
    if (group.length < 2 || shape[0]! > MOST_ROWS) return [];
    const data = new Float64Array(sizeOf(shape)).fill(NaN);
    for (const { index, array } of group) data.set(array.data, index * shape[1]!);
    const starts = group.map(({ range }) => range[0]);
    const ends = group.map(({ range }) => range[1]);
    return [
      { name: undefined, array: { shape, data }, range: [Math.min(...starts), Math.max(...ends)], isChecked: true },
    ];
  });
}
