/** A rectangle of cells selected with the pointer (drag; with Shift where the map is zoomed) or with Shift and the arrows. */
import type { Cell, CellRange } from './MapEvents';
import type { MapFigure } from './MapFigure';

interface SelectionEvents {
  changed(): void;
  copy(): void;
  /** The cell of the keyboard. */
  focused(): Cell | undefined;
}

const arrows: Readonly<Partial<Record<string, readonly [row: number, col: number]>>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export class CellSelection {
  private anchor: Cell | undefined;
  private end: Cell | undefined;
  private pressed: Cell | undefined;
  /** The press has selected cells: its release chooses none. */
  private hasDragged = false;

  constructor(
    private readonly figure: MapFigure,
    private readonly events: SelectionEvents,
  ) {
    const surface = figure.surfaceElement;
    surface.addEventListener('pointerdown', (event) => this.press(event), { capture: true });
    surface.addEventListener('pointermove', (event) => this.move(event));
    surface.addEventListener('pointerup', () => (this.pressed = undefined));
    surface.addEventListener('pointercancel', () => (this.pressed = undefined));
    surface.addEventListener('click', (event) => this.click(event), { capture: true });
    surface.addEventListener('keydown', (event) => this.key(event), { capture: true });
  }

  /** Undefined where no cells are selected. */
  get range(): CellRange | undefined {
    const { anchor, end } = this;
    if (!anchor || !end) return undefined;
    const [row, col] = [Math.min(anchor.row, end.row), Math.min(anchor.col, end.col)];
    return { row, col, rows: Math.abs(anchor.row - end.row) + 1, cols: Math.abs(anchor.col - end.col) + 1 };
  }

  clear(): void {
    this.anchor = undefined;
    this.end = undefined;
  }

  /** Another map: a selection that is not inside of it ends. */
  mapChanged(rows: number, cols: number): void {
    const { range } = this;
    if (range && (range.row + range.rows > rows || range.col + range.cols > cols)) this.clear();
  }

  private select(anchor: Cell, end: Cell): void {
    this.anchor = anchor;
    this.end = end;
    this.events.changed();
  }

  private press(event: PointerEvent): void {
    this.hasDragged = false;
    if (event.button !== 0) return;
    const isZoomed = this.figure.surfaceElement.classList.contains('zoomed');
    if (isZoomed && !event.shiftKey) return;
    const cell = this.figure.cellUnder(event);
    if (!cell) return;
    // Otherwise the same drag would move the map.
    if (isZoomed) event.stopImmediatePropagation();
    if (event.shiftKey && this.anchor) {
      this.select(this.anchor, cell);
      this.hasDragged = true;
    } else if (this.anchor) {
      this.clear();
      this.events.changed();
    }
    this.pressed = cell;
  }

  private move(event: PointerEvent): void {
    const cell = this.pressed && event.buttons === 1 ? this.figure.cellUnder(event) : undefined;
    if (!cell || !this.pressed) return;
    const isSame = cell.row === this.pressed.row && cell.col === this.pressed.col;
    if (isSame && !this.anchor) return;
    this.select(this.anchor ?? this.pressed, cell);
    this.hasDragged = true;
  }

  private click(event: MouseEvent): void {
    if (!this.hasDragged) return;
    this.hasDragged = false;
    event.stopImmediatePropagation();
  }

  private key(event: KeyboardEvent): void {
    const { map } = this.figure;
    if (!map) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const arrow = arrows[event.key];
    if (event.shiftKey && !isCommand && arrow) {
      const start = this.end ?? this.events.focused() ?? { row: 0, col: 0 };
      const limit = (value: number, extent: number): number => Math.max(0, Math.min(extent - 1, value));
      const end = { row: limit(start.row + arrow[0], map.rows), col: limit(start.col + arrow[1], map.cols) };
      this.select(this.anchor ?? start, end);
    } else if (isCommand && event.key.toLowerCase() === 'a') {
      this.select({ row: 0, col: 0 }, { row: map.rows - 1, col: map.cols - 1 });
    } else if (isCommand && event.key.toLowerCase() === 'c') {
      this.events.copy();
    } else if (event.key === 'Escape' && this.anchor) {
      this.clear();
      this.events.changed();
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
