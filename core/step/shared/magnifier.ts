/** A map's window with cells large enough for numbers: the magnifier of large maps. */
import { CellKind, type MapView } from '../Frame';

interface MagnifierRequest {
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
  /** The cell of the large map that a cell of the window repeats. */
  readonly cellOf: (row: number, col: number) => { readonly row: number; readonly col: number };
  /** Shown as well where the large map has readable cells. */
  readonly always?: boolean;
  /** Which cells of the array they are; absent: the step's window. */
  readonly index?: string;
}

export function magnifier(
  map: MapView,
  { id, rows, cols, cellOf, always = false, index: shown = '[window]' }: MagnifierRequest,
): MapView {
  const values = new Float64Array(rows * cols);
  const cells = new Uint8Array(rows * cols);
  const changed = new Map((map.changes ?? []).map((change) => [change.row * map.cols + change.col, change.before]));
  const changes: { row: number; col: number; before: number }[] = [];
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const cell = cellOf(row, col);
      const inside = cell.row >= 0 && cell.col >= 0 && cell.row < map.rows && cell.col < map.cols;
      const source = cell.row * map.cols + cell.col;
      const index = row * cols + col;
      values[index] = inside ? map.values[source]! : 0;
      cells[index] = inside ? (map.cells?.[source] ?? CellKind.Data) : CellKind.Padding;
      const before = inside ? changed.get(source) : undefined;
      if (before !== undefined) changes.push({ row, col, before });
    }
  }
  return {
    id,
    title: map.title,
    index: shown,
    ...(always ? {} : { magnifies: map.id }),
    rows,
    cols,
    values,
    cells,
    ...(map.changes ? { changes } : {}),
    ...(map.integers ? { integers: true } : {}),
    scale: map.scale,
    boxes: [],
    notes: [],
  };
}
