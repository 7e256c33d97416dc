/** Which part of a map is seen: all of it, or what wheel, pinch, drag and keys have zoomed to. */
import type { Box } from '../../core/step/Frame';
import type { Region } from './paint/HeatmapView';
import { clampRegion, regionAround, zoomRegion } from './paint/regions';

/** Beyond this a cell is larger than its number needs. */
const largestScale = 56;

/** Scrolling the panel with the wheel must stay possible: only maps whose cells are small take the wheel alone. */
const wheelTakingCell = 12;

export class Viewport {
  private whole: Region = { row: 0, col: 0, rows: 1, cols: 1 };
  private current: Region = this.whole;
  private cell = 1;
  private drag: { x: number; y: number; region: Region; moved: boolean } | undefined;
  private pinch: { distance: number; region: Region } | undefined;
  private readonly pointers = new Map<number, PointerEvent>();
  private dragged = false;

  constructor(private readonly changed: () => void) {}

  get region(): Region {
    return this.current;
  }

  /** Pixels per cell. */
  get scale(): number {
    return (this.cell * this.whole.cols) / this.current.cols;
  }

  /** Whether its cells are so small that zooming is what one wants. */
  get isLarge(): boolean {
    return this.cell < wheelTakingCell;
  }

  get isZoomed(): boolean {
    return this.current !== this.whole;
  }

  get isDragging(): boolean {
    return this.drag?.moved === true;
  }

  /** Whether the last press moved the map, so that it does not count as a click. */
  get wasDragged(): boolean {
    return this.dragged;
  }

  setWhole(whole: Region, cell: number): void {
    const { row, col, rows, cols } = this.whole;
    this.cell = cell;
    if (row === whole.row && col === whole.col && rows === whole.rows && cols === whole.cols) return;
    this.whole = whole;
    this.current = whole;
  }

  /** Moves the seen part, never its size, so that `box` is in it. */
  keepInView(box: Pick<Box, 'row' | 'col' | 'rows' | 'cols'> | undefined): void {
    if (!box || !this.isZoomed) return;
    this.current = regionAround(this.current, box, this.whole);
  }

  /** `+`, `-`, `0` (all of it) and `1` (one cell as large as its number needs), around a cell. */
  key(key: string, around: { row: number; col: number }): boolean {
    const centre = { row: around.row + 0.5, col: around.col + 0.5 };
    if (key === '+' || key === '=') this.zoom(1.5, centre);
    else if (key === '-') this.zoom(1 / 1.5, centre);
    else if (key === '0') this.show(this.whole);
    else if (key === '1') this.zoom(38 / this.scale, centre);
    else return false;
    return true;
  }

  fit(): void {
    this.show(this.whole);
  }

  listen(surface: HTMLElement, canvas: HTMLElement): void {
    const place = (event: MouseEvent): { row: number; col: number } => {
      const bounds = canvas.getBoundingClientRect();
      return {
        row: this.current.row + ((event.clientY - bounds.top) / bounds.height) * this.current.rows,
        col: this.current.col + ((event.clientX - bounds.left) / bounds.width) * this.current.cols,
      };
    };
    surface.addEventListener(
      'wheel',
      (event) => {
        // A pinch on a touchpad arrives as a wheel with the control key.
        if (!event.ctrlKey && !this.isZoomed && !this.isLarge) return;
        event.preventDefault();
        this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), place(event));
      },
      { passive: false },
    );
    surface.addEventListener('pointerdown', (event) => this.press(event));
    surface.addEventListener('pointermove', (event) => this.move(event, canvas));
    const release = (event: PointerEvent): void => {
      this.pointers.delete(event.pointerId);
      this.dragged = this.drag?.moved === true;
      this.drag = undefined;
      this.pinch = undefined;
    };
    surface.addEventListener('pointerup', release);
    surface.addEventListener('pointercancel', release);
  }

  private press(event: PointerEvent): void {
    this.pointers.set(event.pointerId, event);
    this.dragged = false;
    if (this.pointers.size === 2) this.pinch = { distance: this.pointerDistance(), region: this.current };
    else if (this.isZoomed) this.drag = { x: event.clientX, y: event.clientY, region: this.current, moved: false };
  }

  private move(event: PointerEvent, canvas: HTMLElement): void {
    if (this.pointers.has(event.pointerId)) this.pointers.set(event.pointerId, event);
    if (this.pinch) {
      const { region, distance } = this.pinch;
      const centre = { row: region.row + region.rows / 2, col: region.col + region.cols / 2 };
      this.show(zoomRegion(region, this.pointerDistance() / distance, centre, this.whole, this.smallest()));
      return;
    }
    if (!this.drag) return;
    const { x, y, region } = this.drag;
    const dx = event.clientX - x;
    const dy = event.clientY - y;
    if (!this.drag.moved && Math.hypot(dx, dy) < 4) return;
    this.drag.moved = true;
    const moved = {
      ...region,
      row: region.row - (dy / canvas.clientHeight) * region.rows,
      col: region.col - (dx / canvas.clientWidth) * region.cols,
    };
    this.show(clampRegion(moved, this.whole));
  }

  private zoom(factor: number, centre: { row: number; col: number }): void {
    this.show(zoomRegion(this.current, factor, centre, this.whole, this.smallest()));
  }

  /** The smallest part that may be seen, as a fraction of the whole. */
  private smallest(): number {
    return Math.min(1, this.cell / largestScale);
  }

  private show(region: Region): void {
    const all = region.rows >= this.whole.rows && region.cols >= this.whole.cols;
    this.current = all ? this.whole : region;
    this.changed();
  }

  private pointerDistance(): number {
    const [first, second] = [...this.pointers.values()];
    if (!first || !second) return 1;
    return Math.max(1, Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY));
  }
}
