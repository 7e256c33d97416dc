/** The map's exact numbers as a table for screen readers and tests; of a large map only the part around the focus. */
import { msg } from '../../core/message';
import { CellKind, type MapView } from '../../core/step/Frame';
import { exactNumber } from '../format';
import { t } from '../l10n';
import { el, setText } from '../ui/el';
import { cellIndex, type HeatmapView, type Region } from './paint/HeatmapView';
import { mapTitle } from './mapTitle';

/** Rows and columns of a map that the table has whole: larger tables would cost more than the heatmap itself. */
const largestWhole = 32;

/** Rows and columns of the part of a larger map. */
const part = 16;

/** Steps that follow each other within so many ms are not read one by one. */
const rush = 300;

export class ValueTable {
  private readonly caption = el('caption');
  private readonly head = el('tr');
  private readonly body = el('tbody');
  readonly element = el(
    'div',
    { class: 'sr-only' },
    el('table', {}, this.caption, el('thead', {}, this.head), this.body),
  );
  private shown: MapView | undefined;
  private changedAt = -Infinity;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private drawn: Region | undefined;

  update(view: HeatmapView, seen: Region): void {
    const { map } = view;
    const region = tableRegion(view, seen, this.drawn);
    const moved = !sameRegion(this.drawn, region);
    const { shown } = this;
    if (!moved && shown?.values === map.values && shown.cells === map.cells && shown.title === map.title) return;
    const rushes = map !== shown && this.spareLayout(() => this.update(view, seen));
    // A table of another extent would show numbers of another map.
    if (moved && rushes && this.hasExtentOf(region)) return;
    if (moved) this.rebuild(region);
    this.drawn = region;
    setText(this.caption, captionOf(view, region));
    this.shown = map;
    for (let r = 0; r < region.rows; r++) {
      const cells = this.body.rows[r]!.cells;
      for (let c = 0; c < region.cols; c++) {
        const index = cellIndex(map, region.row + r, region.col + c);
        const kind = map.cells ? map.cells[index]! : CellKind.Data;
        const cell = cells[c + 1]!;
        setText(cell, kind === CellKind.Empty ? '' : exactNumber(map.values[index]!));
        mark(cell, kind);
      }
    }
  }

  /**
   * Returns whether steps follow each other fast. Then the browser lays the table out again, and screen readers see it, once they
   * rest, and a table of another part of a map is written only then: both cost more than the heatmap. A single step changes the
   * table at once.
   */
  private spareLayout(rest: () => void): boolean {
    const now = performance.now();
    const rushes = now - this.changedAt < rush;
    this.changedAt = now;
    clearTimeout(this.rest);
    if (!rushes) {
      this.element.classList.remove('rushing');
      return false;
    }
    this.element.classList.add('rushing');
    this.rest = setTimeout(() => {
      this.element.classList.remove('rushing');
      this.changedAt = -Infinity;
      rest();
    }, rush);
    return true;
  }

  private hasExtentOf({ rows, cols }: Region): boolean {
    return this.drawn?.rows === rows && this.drawn.cols === cols;
  }

  private rebuild(region: Region): void {
    const { row, col, rows, cols } = region;
    if (this.hasExtentOf(region)) {
      this.rename(row, col);
      return;
    }
    this.head.replaceChildren(
      el('td'),
      ...Array.from({ length: cols }, (_, c) => el('th', { scope: 'col' }, String(col + c))),
    );
    this.body.replaceChildren(
      ...Array.from({ length: rows }, (_, r) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, String(row + r)),
          ...Array.from({ length: cols }, (_, c) => el('td', { 'data-row': row + r, 'data-col': col + c })),
        ),
      ),
    );
  }

  /** The same cells for another part of the map. */
  private rename(row: number, col: number): void {
    for (let c = 1; c < this.head.cells.length; c++) setText(this.head.cells[c]!, String(col + c - 1));
    for (let r = 0; r < this.body.rows.length; r++) {
      const { cells } = this.body.rows[r]!;
      setText(cells[0]!, String(row + r));
      for (let c = 1; c < cells.length; c++) {
        const { dataset } = cells[c]!;
        dataset.row = String(row + r);
        dataset.col = String(col + c - 1);
      }
    }
  }
}

function mark(cell: HTMLTableCellElement, kind: number): void {
  const name = kind === CellKind.Padding ? 'padding' : kind === CellKind.Empty ? 'empty' : undefined;
  if (name === cell.dataset.kind) return;
  if (name) cell.dataset.kind = name;
  else delete cell.dataset.kind;
}

/** Around the focus, or else around the step's window; it stays where it is as long as they are inside. */
function tableRegion({ map, focus }: HeatmapView, seen: Region, drawn: Region | undefined): Region {
  const isWhole = map.rows <= largestWhole && map.cols <= largestWhole;
  const rows = isWhole ? map.rows : Math.min(map.rows, part);
  const cols = isWhole ? map.cols : Math.min(map.cols, part);
  const centre = focus ? { ...focus, rows: 1, cols: 1 } : (map.boxes[0] ?? seen);
  if (drawn && drawn.rows === rows && drawn.cols === cols && isWithin(centre, drawn) && fitsMap(drawn, map)) {
    return drawn;
  }
  const start = (middle: number, count: number, all: number): number =>
    Math.max(0, Math.min(all - count, Math.floor(middle - count / 2)));
  return { row: start(centre.row, rows, map.rows), col: start(centre.col, cols, map.cols), rows, cols };
}

/** Whether the first cell of a box is inside, or as much of the box as the region can hold. */
function isWithin(box: Region, region: Region): boolean {
  const last = (start: number, count: number, most: number): number => start + Math.max(1, Math.min(count, most)) - 1;
  const inside = (start: number, end: number, from: number, count: number): boolean =>
    start >= from && end < from + count;
  return (
    inside(box.row, last(box.row, box.rows, region.rows), region.row, region.rows) &&
    inside(box.col, last(box.col, box.cols, region.cols), region.col, region.cols)
  );
}

function fitsMap(region: Region, map: MapView): boolean {
  return region.row + region.rows <= map.rows && region.col + region.cols <= map.cols;
}

function captionOf({ map }: HeatmapView, { row, col, rows, cols }: Region): string {
  if (rows === map.rows && cols === map.cols)
    return t(msg('{0}: {1} row{1||s}, {2} column{2||s}', mapTitle(map), rows, cols));
  return t(
    msg(
      '{0}: rows {1} to {2} of {3}, columns {4} to {5} of {6}',
      mapTitle(map),
      row,
      row + rows - 1,
      map.rows,
      col,
      col + cols - 1,
      map.cols,
    ),
  );
}

function sameRegion(first: Region | undefined, second: Region): boolean {
  return (
    first !== undefined &&
    first.row === second.row &&
    first.col === second.col &&
    first.rows === second.rows &&
    first.cols === second.cols
  );
}
