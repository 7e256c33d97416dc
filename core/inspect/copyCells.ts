/** A rectangle of a map's cells as text for another program; of a wrapped vector, a vector. */
import { LensError, msg } from '../message';
import { csvFormat } from '../export/formats/csv';
import { jsonFormat } from '../export/formats/json';
import { numpyFormat } from '../export/formats/numpy';
import type { CellFormat, InspectMap } from '../panel/inspect';
import { CellKind } from '../step/Frame';

const formats = { numpy: numpyFormat, csv: csvFormat, json: jsonFormat };

/** A rectangle of cells of a map. */
export interface CellRange {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

type Cells = Pick<InspectMap, 'rows' | 'cols' | 'values'>;

/** A step's map: all of its cells, padding included. Throws as `copyCells`. */
export function copyMapCells(map: Cells, range: CellRange, format: CellFormat): string {
  const numbers = [...cellsOf(map, range)].map((cell) => map.values[cell]!);
  return formats[format].write({ array: { shape: [range.rows, range.cols], data: Float64Array.from(numbers) } });
}

/** Throws a LensError for cells outside of the map. `single`: the array is of single precision, which the text keeps. */
export function copyCells(map: InspectMap, range: CellRange, format: CellFormat, single: boolean): string {
  const { rows, cols } = range;
  const numbers: number[] = [];
  for (const cell of cellsOf(map, range)) {
    if (!map.cells || map.cells[cell] === CellKind.Data) numbers.push(map.values[cell]!);
  }
  const data = single ? Float32Array.from(numbers) : Float64Array.from(numbers);
  const array = { shape: map.wrap === undefined ? [rows, cols] : [numbers.length], data };
  const { dtype = map.integers ? 'int64' : undefined } = map;
  return formats[format].write({ array, ...(dtype !== undefined && { dtype }) });
}

/** Indices into the values of a map, in C order. */
function* cellsOf(map: Cells, { row, col, rows, cols }: CellRange): Generator<number> {
  if (rows < 1 || cols < 1 || row < 0 || col < 0 || row + rows > map.rows || col + cols > map.cols) {
    throw new LensError(msg('the selected cells are not part of the array any more'));
  }
  for (let r = row; r < row + rows; r++) for (let c = col; c < col + cols; c++) yield r * map.cols + c;
}
