/**
 * The numbers of the step's window on a small canvas above the values of its map, where the other cells are too small for numbers:
 * moving the window repaints no value.
 */
import { el } from '../../ui/el';
import { sizedContext } from '../../ui/sizedContext';
import { sameParts } from '../sameParts';
import { visibleCells, type CellGrid } from './CellGrid';
import type { HeatmapView, Region } from './HeatmapView';
import { paintNumbers, penOf, type Pen } from './paintNumbers';

/** Pixels around the window, for the edges of its digits. */
const margin = 2;

export class WindowNumbers {
  private readonly canvas = el('canvas', { class: 'window-numbers', 'aria-hidden': 'true' });
  private painted = '';
  private state: readonly unknown[] = [];
  private size: readonly number[] = [];
  private pen: Pen | undefined;
  private isShown = true;

  /** `place`: what is above the values; the canvas comes into it when there is a first window. */
  constructor(private readonly place: HTMLElement) {}

  /** `grid`: that of the values; `state`: what the numbers depend on besides the window. */
  draw(view: HeatmapView, grid: CellGrid, state: readonly unknown[]): void {
    const box = windowIn(view, grid.region);
    const { row, col, rows, cols } = box;
    this.show(rows > 0 && cols > 0);
    const painted = JSON.stringify(view.map.boxes);
    if (!this.isShown || (painted === this.painted && sameParts(state, this.state))) return;
    this.painted = painted;
    this.state = state;
    const { cellWidth, cellHeight } = grid;
    const left = wholePixels(grid.left + col * cellWidth - margin);
    const top = wholePixels(grid.top + row * cellHeight - margin);
    const [width, height] = [cols * cellWidth, rows * cellHeight].map((side) => Math.ceil(side) + 2 * margin + 1);
    this.resize(width!, height!);
    if (!this.pen) return;
    paintNumbers(this.pen, view, { ...grid, left: grid.left - left, top: grid.top - top, region: box });
    // After the numbers: setting their font makes the browser resolve what was written to the document before.
    this.canvas.style.transform = `translate(${left}px, ${top}px)`;
  }

  /** Leaves the canvas empty. */
  private resize(width: number, height: number): void {
    const size = [width, height, window.devicePixelRatio];
    if (sameParts(size, this.size)) {
      this.pen?.context.clearRect(0, 0, width, height);
      return;
    }
    if (this.size.length === 0) this.place.prepend(this.canvas);
    this.size = size;
    const context = sizedContext(this.canvas, width, height);
    this.pen = context && penOf(context);
  }

  hide(): void {
    this.show(false);
  }

  private show(isShown: boolean): void {
    if (isShown === this.isShown) return;
    this.isShown = isShown;
    this.canvas.hidden = !isShown;
  }
}

/** What is around all cells of the window, as far as it is visible. */
function windowIn({ map }: HeatmapView, region: Region): Region {
  const boxes = map.boxes.filter(({ style }) => style !== 'link');
  const visible = visibleCells({ map }, { region });
  const row = Math.max(visible.row, Math.min(...boxes.map((box) => box.row)));
  const col = Math.max(visible.col, Math.min(...boxes.map((box) => box.col)));
  const end = Math.min(visible.row + visible.rows, Math.max(...boxes.map((box) => box.row + box.rows)));
  const right = Math.min(visible.col + visible.cols, Math.max(...boxes.map((box) => box.col + box.cols)));
  return { row, col, rows: end - row, cols: right - col };
}

/** Between two pixels of the screen the canvas would be blurred. */
function wholePixels(length: number): number {
  const ratio = window.devicePixelRatio || 1;
  return Math.floor(length * ratio) / ratio;
}
