/** A map of an unrolled matrix, excerpted, with one row, column or cell outlined. */
import { msg, type Message } from '../../message';
import { CellKind, type BoxStyle, type CellChange, type MapView, type Scale } from '../Frame';
import { excerptAround, type Excerpt } from './excerpt';
import { magnifier } from './magnifier';

export interface MatrixRequest {
  readonly id: string;
  readonly title: string;
  readonly rows: Excerpt;
  readonly cols: Excerpt;
  readonly scale: Scale;
  readonly value: (row: number, col: number) => number;
  /** The value before the step, where the step may have changed it. */
  readonly before?: (row: number, col: number) => number;
  readonly kind?: (row: number, col: number) => number;
  /** Outlined row and column; both: one cell. */
  readonly row?: number;
  readonly col?: number;
  readonly style: BoxStyle;
  /** Whether the note below the map states its extents also where all of it is shown. */
  readonly statesExtents?: boolean;
}

export function matrixMap(request: MatrixRequest): MapView {
  const { id, title, rows, cols, scale, value, before, kind, style, statesExtents = true } = request;
  const values = new Float64Array(rows.count * cols.count);
  const kinds = kind ? new Uint8Array(values.length) : undefined;
  const changes: CellChange[] = [];
  for (let row = 0; row < rows.count; row++) {
    for (let col = 0; col < cols.count; col++) {
      const index = row * cols.count + col;
      values[index] = value(rows.start + row, cols.start + col);
      if (kinds) kinds[index] = kind!(rows.start + row, cols.start + col);
      const old = before?.(rows.start + row, cols.start + col);
      if (old !== undefined && !Object.is(old, values[index])) changes.push({ row, col, before: old });
    }
  }
  const [row, rowCount] = outlined(request.row, rows);
  const [col, colCount] = outlined(request.col, cols);
  return {
    id,
    title,
    rows: rows.count,
    cols: cols.count,
    values,
    ...(kinds ? { cells: kinds } : {}),
    ...(before ? { changes } : {}),
    scale,
    boxes: [{ row, col, rows: rowCount, cols: colCount, style }],
    ...(statesExtents &&
      rowCount * colCount === 1 && { outlined: outlinedValue(values, kinds, row * cols.count + col) }),
    notes: statesExtents || !isWhole(rows, cols) ? [sizeNote(rows, cols)] : [],
  };
}

/** Lines of folded entries, and cells of a line. */
const mostLines = 6;
const mostOfLine = 16;

/**
 * The magnifier of a matrix map: its outlined row or column, folded to lines as long as a kernel has cells; of more entries, the
 * part that contains entry number `first` of the map. `place`: which row or column it is.
 */
export function foldedEntries(
  of: MapView,
  place: string,
  axis: 'row' | 'column',
  first: number,
  taps: number,
): MapView {
  const count = axis === 'row' ? of.cols : of.rows;
  const cols = Math.min(taps, mostOfLine, count);
  const rows = Math.min(mostLines, Math.floor(count / cols));
  const { start } = excerptAround(first, count, rows * cols);
  const [box] = of.boxes;
  return magnifier(of, {
    id: `${of.id}Entries`,
    rows,
    cols,
    index: place,
    cellOf: (line, col) => {
      const entry = start + line * cols + col;
      return axis === 'row' ? { row: box!.row, col: entry } : { row: entry, col: box!.col };
    },
  });
}

/** Without a value where it is not computed yet. */
function outlinedValue(values: Float64Array, kinds: Uint8Array | undefined, index: number): { value?: number } {
  return kinds?.[index] === CellKind.Empty ? {} : { value: values[index]! };
}

function isWhole(rows: Excerpt, cols: Excerpt): boolean {
  return rows.count === rows.size && cols.count === cols.size;
}

function outlined(index: number | undefined, { start, count }: Excerpt): [start: number, count: number] {
  return index === undefined ? [0, count] : [index - start, 1];
}

function sizeNote(rows: Excerpt, cols: Excerpt): Message {
  if (isWhole(rows, cols)) return msg('{0} × {1}', rows.size, cols.size);
  if (rows.count === rows.size && cols.count === 1) {
    return msg('{0} × {1}, column {2}', rows.size, cols.size, cols.start);
  }
  return msg(
    'rows {0}–{1} of {2}, columns {3}–{4} of {5}',
    rows.start,
    rows.start + rows.count - 1,
    rows.size,
    cols.start,
    cols.start + cols.count - 1,
    cols.size,
  );
}
