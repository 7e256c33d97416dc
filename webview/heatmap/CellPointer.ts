/** The cells of a map under the pointer and with the keyboard focus, and the events that clicks and keys send for them. */
import type { MapView } from '../../core/step/Frame';
import { isInside, type Region } from './paint/HeatmapView';
import type { Cell, MapEvents } from './MapEvents';
import type { Viewport } from './Viewport';

export interface PointedMap {
  readonly id: string;
  readonly surface: HTMLElement;
  readonly viewport: Viewport;
  readonly events: MapEvents;
  /** What is drawn; undefined before the first drawing. */
  map(): MapView | undefined;
  /** The cells that can be reached. */
  whole(map: MapView): Region;
  readonly cellAt: (event: MouseEvent) => Cell | undefined;
  readonly redraw: () => void;
}

export class CellPointer {
  private focused: Cell | undefined;
  private pointed: Cell | undefined;

  constructor(private readonly on: PointedMap) {
    this.listen();
  }

  /** The cell with the keyboard focus, while the focus is visible. */
  get focus(): Cell | undefined {
    return this.focused && this.on.surface.matches(':focus-visible') ? this.focused : undefined;
  }

  /** The cell with the keyboard focus, or the one that would get it first. */
  get cell(): Cell {
    return this.focused ?? this.startCell();
  }

  focusCell(cell: Cell): void {
    this.focused = cell;
    this.on.surface.focus({ preventScroll: true });
    this.on.redraw();
  }

  /** The map may have other extents. */
  mapChanged(map: MapView): void {
    if (this.focused && !isInside(map, this.focused.row, this.focused.col)) this.focused = undefined;
  }

  private listen(): void {
    const { id, surface, viewport, events, cellAt, redraw } = this.on;
    surface.addEventListener('pointermove', (event) => {
      if (!viewport.isDragging) this.point(cellAt(event));
    });
    surface.addEventListener('pointerleave', () => this.point(undefined));
    surface.addEventListener('click', (event) => {
      const cell = cellAt(event);
      // The second click of a double click edits: it does not remove the pin of the first.
      if (!cell || viewport.wasDragged || event.detail > 1) return;
      this.focused = cell;
      events.choose(id, cell);
    });
    surface.addEventListener('dblclick', (event) => {
      const cell = cellAt(event);
      if (cell) events.edit(id, cell);
    });
    surface.addEventListener('focus', () => {
      // A click chooses its cell; focus from the keyboard needs one.
      if (surface.matches(':focus-visible')) this.moveTo(this.focused ?? this.startCell());
    });
    surface.addEventListener('blur', () => {
      this.focused = undefined;
      events.point(id, undefined, 'keyboard');
      redraw();
    });
    surface.addEventListener('keydown', (event) => this.key(event));
  }

  private point(cell: Cell | undefined): void {
    if (cell?.row === this.pointed?.row && cell?.col === this.pointed?.col) return;
    this.pointed = cell;
    this.on.events.point(this.on.id, cell, 'pointer');
  }

  private startCell(): Cell {
    const box = this.on.map()?.boxes[0];
    if (box) return { row: box.row, col: box.col };
    const { row, col } = this.on.viewport.region;
    return { row: Math.floor(row), col: Math.floor(col) };
  }

  private key(event: KeyboardEvent): void {
    const map = this.on.map();
    if (!map || event.ctrlKey || event.metaKey || event.altKey) return;
    const { id, events, viewport } = this.on;
    const cell = (this.focused ??= this.startCell());
    const move = moved(cell, event.key, this.on.whole(map));
    if (move) this.moveTo(move);
    else if (event.key === 'Enter') events.choose(id, cell);
    else if (event.key === 'Escape') events.release();
    else if (event.key === 'F2') events.edit(id, cell);
    else if (event.key === 'r') events.reveal(id, cell);
    else if (!viewport.key(event.key, cell)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private moveTo(cell: Cell): void {
    this.focused = cell;
    this.on.viewport.keepInView({ ...cell, rows: 1, cols: 1 });
    this.on.events.point(this.on.id, cell, 'keyboard');
    this.on.redraw();
  }
}

/** The cell that a key moves to, within the cells that can be reached; undefined for other keys. */
function moved({ row, col }: Cell, key: string, whole: Region): Cell | undefined {
  const lastRow = whole.row + whole.rows - 1;
  const lastCol = whole.col + whole.cols - 1;
  const moves: Readonly<Record<string, Cell>> = {
    ArrowUp: { row: row - 1, col },
    ArrowDown: { row: row + 1, col },
    ArrowLeft: { row, col: col - 1 },
    ArrowRight: { row, col: col + 1 },
    Home: { row, col: whole.col },
    End: { row, col: lastCol },
    PageUp: { row: whole.row, col },
    PageDown: { row: lastRow, col },
  };
  const move = moves[key];
  return (
    move && {
      row: Math.max(whole.row, Math.min(lastRow, move.row)),
      col: Math.max(whole.col, Math.min(lastCol, move.col)),
    }
  );
}
