/** One map of the stage: title, heatmap, colour bar, notes, the hidden table. */
import type { Box, MapView, Scale } from '../../core/step/Frame';
import type { Montage } from '../../core/step/shared/montage';
import { colorMapFor } from '../../core/color/colorMaps';
import { el, setAttributes } from '../ui/el';
import { CellPointer } from './CellPointer';
import { HeatmapCanvas } from './paint/HeatmapCanvas';
import { MapFrame } from './MapFrame';
import { OutlineOverlay } from './OutlineOverlay';
import { HistogramToggle } from './histogram/HistogramToggle';
import { dataRegion, wholeMap, type HeatmapView, type Region } from './paint/HeatmapView';
import {
  hasNoMarks,
  noMarks,
  type Appearance,
  type Cell,
  type MapEvents,
  type Marks,
  type CellRange,
} from './MapEvents';
import { menuContext } from './menuContext';
import { axisGutter } from '../layout/axisGutter';
import { MontageButton } from './montage/MontageButton';
import { ValueTable } from './ValueTable';
import { ResultToggle } from './ResultToggle';
import { StripView } from './StripView';
import { viewOf, type DrawnMap } from './viewOf';
import { Viewport } from './Viewport';
import { pixelRectangle } from './paint/pixelRectangle';
import { ZoomButtons } from './ZoomButtons';

/** Pixels per cell, and of the whole figure at least. */
interface Drawing extends DrawnMap {
  readonly cell: number;
  readonly width: number;
}

export class MapFigure {
  private readonly overlay = new OutlineOverlay();
  private readonly heatmap = new HeatmapCanvas(this.overlay.element);
  private readonly surface = el(
    'div',
    { class: 'map-surface', tabindex: 0, role: 'application' },
    this.heatmap.canvas,
    this.overlay.element,
  );
  private readonly table = new ValueTable();
  private readonly viewport = new Viewport(() => this.redraw());
  private readonly pointer: CellPointer;
  private readonly montage: MontageButton;
  private readonly zoom: ZoomButtons;
  private readonly frame: MapFrame;
  private readonly strip: StripView;
  readonly element: HTMLElement;

  private readonly drawn: () => void;
  private readonly histogram: HistogramToggle;
  private drawing: Drawing | undefined;
  private marks: Marks = noMarks;
  private selected: CellRange | undefined;
  /** Cells of another size, or another theme, since the last `finish`. */
  private hasNewLook = false;

  constructor(
    readonly id: string,
    events: MapEvents,
    private readonly gutterOf = axisGutter,
  ) {
    this.montage = new MontageButton(
      () => events.montage(id),
      (axis, index) => events.choosePlane(axis, index),
    );
    this.zoom = new ZoomButtons(this.viewport, () => this.pointer.cell);
    this.strip = new StripView((filter) => events.choosePlane('filter', filter));
    const toggle = new ResultToggle((shown) => events.showResult?.(shown));
    this.frame = new MapFrame(this.surface, this.heatmap.canvas, this.montage.element, this.zoom.element, toggle);
    this.element = el(
      'figure',
      { class: 'map', 'data-map': id, 'data-vscode-context': menuContext(id) },
      this.frame.caption,
      this.surface,
      this.frame.bar.element,
      el('div', { class: 'map-below' }, this.frame.notes, this.strip.element),
      this.table.element,
    );
    this.histogram = new HistogramToggle(this.frame.bar.element, () => this.redraw());
    this.drawn = () => events.drawn?.(id);
    this.pointer = new CellPointer({
      id,
      surface: this.surface,
      viewport: this.viewport,
      events,
      map: () => this.drawing?.map,
      whole: (map) => this.shown(map),
      cellAt: (event) => this.cellAt(event),
      redraw: () => this.redraw(),
    });
    this.viewport.listen(this.surface, this.heatmap.canvas);
  }

  get map(): MapView | undefined {
    return this.drawing?.map;
  }

  get surfaceElement(): HTMLElement {
    return this.surface;
  }

  /** `cell`: pixels per cell; `width`: what the figure takes at least, for its title and notes. */
  update(map: MapView, appearance: Appearance, cell: number, scale: Scale = map.scale, width = 0): void {
    this.paint(map, appearance, cell, scale, width);
    this.finish();
    this.placeMontage(false);
  }

  /**
   * The canvas's part of `update`, to be followed by `finish`. All maps of a stage are painted first: setting a canvas's font
   * makes the browser resolve the styles of what was written to the document before.
   */
  paint(map: MapView, appearance: Appearance, cell: number, scale: Scale = map.scale, width = 0): void {
    const before = this.drawing;
    this.drawing = { map, appearance, scale, cell, width };
    this.hasNewLook ||= before !== undefined && (before.cell !== cell || before.appearance.theme !== appearance.theme);
    this.pointer.mapChanged(map);
    this.viewport.setWhole(this.shown(map), cell);
    this.viewport.keepInView(map.boxes[0]);
    this.paintCells();
  }

  /** The last part of `update`, when all maps have their places; `isMoved`: those are other ones. */
  placeMontage(isMoved: boolean): void {
    const montage = this.montage.shown;
    if (montage && (isMoved || this.hasNewLook)) this.showMontage(montage);
    this.hasNewLook = false;
  }

  mark(marks: Marks): void {
    if (this.marks === marks || (hasNoMarks(marks) && hasNoMarks(this.marks))) return;
    this.marks = marks;
    const { cursor, pinned } = marks;
    setAttributes(this.element, { 'data-cursor': nameOf(cursor), 'data-pinned': nameOf(pinned) });
    this.redraw();
  }

  focusCell(cell: Cell): void {
    this.pointer.focusCell(cell);
  }

  get hasMontage(): boolean {
    return this.montage.shown !== undefined;
  }

  /** Small pictures of all planes, above this map until one is chosen; those that are shown change. */
  showMontage(montage: Montage): void {
    if (!this.drawing) return;
    const { map, appearance } = this.drawing;
    const { colorMap, theme, precision } = appearance;
    const colors = colorMapFor(colorMap, montage.scale.kind, theme.dark);
    this.montage.show(montage, { map, colors, theme, precision }, this.surface);
  }

  /** Marks the cells that the user has selected, for the eye and for the host's menu. */
  select(range: CellRange | undefined): void {
    this.selected = range;
    this.element.setAttribute('data-vscode-context', menuContext(this.id, range));
    this.redraw();
  }

  /** The keyboard's cell, or where it would start. */
  get keyboardCell(): Cell {
    return this.pointer.cell;
  }

  /** The pixel rectangle of a cell, relative to the surface. */
  rectangleOf({ row, col }: Cell): { left: number; top: number; size: number } {
    const { region, scale } = this.viewport;
    return { left: (col - region.col) * scale, top: (row - region.row) * scale, size: scale };
  }

  /** Where a box is in the window (all cells where it is absent); clipped to what is visible. */
  placeOf(box?: Box): DOMRect {
    const bounds = this.heatmap.canvas.getBoundingClientRect();
    return box ? pixelRectangle(box, bounds, this.viewport) : bounds;
  }

  dispose(): void {
    this.heatmap.dispose();
    this.histogram.dispose();
    this.element.remove();
  }

  /** The part of the map that the preferences show, in whole cells. */
  private shown(map: MapView): Region {
    return this.drawing?.appearance.showPadding === false ? dataRegion(map) : wholeMap(map);
  }

  /** The part of the map that is seen, and pixels per cell. */
  get seen(): { readonly region: Region; readonly cell: number } {
    return { region: this.viewport.region, cell: this.viewport.scale };
  }

  /** The cell under the pointer. */
  cellUnder(event: MouseEvent): Cell | undefined {
    return this.cellAt(event);
  }

  private cellAt(event: MouseEvent): Cell | undefined {
    const bounds = this.heatmap.canvas.getBoundingClientRect();
    return this.heatmap.cellAt(event.clientX - bounds.left, event.clientY - bounds.top);
  }

  private redraw(): void {
    this.paintCells();
    this.finish();
  }

  private paintCells(): void {
    const { drawing, view } = this;
    if (!drawing || !view) return;
    const whole = this.shown(drawing.map);
    this.heatmap.draw(view, whole.cols * drawing.cell + 1, whole.rows * drawing.cell + 1, this.viewport.region);
  }

  /** The elements' part of `update`. */
  finish(): void {
    const { drawing, view } = this;
    if (!drawing || !view) return;
    const { map, cell, width } = drawing;
    const whole = this.shown(map);
    const { region, isZoomed } = this.viewport;
    this.zoom.update(this.viewport);
    this.overlay.update(view, region, (whole.cols * cell) / region.cols);
    this.table.update(view, region);
    this.histogram.update(map, view.scale, view.colors, view.theme);
    const gutter = this.gutterOf(whole, cell, map.magnifies);
    this.frame.update(this.element, view, { whole, region, isZoomed, cell, width, gutter });
    this.strip.update(view, map.strip, Math.max(Math.ceil(whole.cols * cell) + 1, width - gutter.left));
    this.drawn();
  }

  private get view(): HeatmapView | undefined {
    const { drawing, marks, selected, pointer, histogram } = this;
    return drawing && viewOf({ ...drawing, scale: histogram.scale ?? drawing.scale }, marks, selected, pointer.focus);
  }
}

/** Text of a cell in an attribute that tests read. */
function nameOf(cell: Cell | undefined): string | undefined {
  return cell && `${cell.row},${cell.col}`;
}
