/** A rectangle of a map's cells as text for another program; of a wrapped vector, a vector. */
import { LensError, msg } from '../message';
import { csv } from '../export/formats/csv';
import { json } from '../export/formats/json';
import { numpy } from '../export/formats/numpy';
import type { CellFormat, InspectMap } from '../panel/inspect';
import { CellKind } from '../step/Frame';

const formats = { numpy, csv, json };

export interface CellRange {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** Throws a LensError for cells outside of the map. `single`: the array is of single precision, which the text keeps. */
export function copyCells(map: InspectMap, range: CellRange, format: CellFormat, single: boolean): string {
  const { row, col, rows, cols } = range;
  if (rows < 1 || cols < 1 || row < 0 || col < 0 || row + rows > map.rows || col + cols > map.cols) {
    throw new LensError(msg('the selected cells are not part of the array any more'));
  }
  const numbers: number[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      const cell = (row + r) * map.cols + col + c;
      if (!map.cells || map.cells[cell] === CellKind.Data) numbers.push(map.values[cell]!);
    }
  }
  const data = single ? Float32Array.from(numbers) : Float64Array.from(numbers);
  const array = { shape: map.wrap === undefined ? [rows, cols] : [numbers.length], data };
  const { dtype = map.integers ? 'int64' : undefined } = map;
  return formats[format].write({ array, ...(dtype !== undefined && { dtype }) });
}
