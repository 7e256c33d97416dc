/** One map of the stage: title, heatmap, colour bar, notes, the hidden table. */
import { formatShape } from '../../core/array/NdArray';
import { msg } from '../../core/message';
import type { MapView, Scale } from '../../core/step/Frame';
import type { Montage } from '../../core/step/shared/montage';
import { colorMapFor } from '../../core/color/colorMaps';
import { t } from '../l10n';
import { el, setAttributes, setText } from '../ui/el';
import { keepInside } from '../ui/keepInside';
import { popupOpened } from '../ui/popups';
import { CellPointer } from './CellPointer';
import { ColorBar } from './ColorBar';
import { hasPlanes } from './hasPlanes';
import { HeatmapCanvas } from './HeatmapCanvas';
import { HistogramView } from './HistogramView';
import { dataRegion, wholeMap, type HeatmapView, type Region } from './HeatmapView';
import { hasNoMarks, noMarks, type Appearance, type Cell, type MapEvents, type Marks } from './MapEvents';
import { MontageButton } from './MontageButton';
import { ValueTable } from './ValueTable';
import { Viewport } from './Viewport';
import { ZoomButtons } from './ZoomButtons';

/** What a drawing needs besides the map. */
interface Drawing {
  readonly map: MapView;
  readonly appearance: Appearance;
  readonly scale: Scale;
  /** Pixels a cell, and of the whole figure at least. */
  readonly cell: number;
  readonly width: number;
}

/** Smaller cells have no numbers: the colour bar has them. */
const numberedCell = 12;

export class MapFigure {
  private readonly title = el('span', { class: 'map-name' });
  private readonly shape = el('span', { class: 'map-index' });
  private readonly heatmap = new HeatmapCanvas();
  private readonly surface = el('div', { class: 'map-surface', tabindex: 0, role: 'application' }, this.heatmap.canvas);
  private readonly bar = new ColorBar();
  private readonly notes = el('div', { class: 'map-notes' });
  private readonly table = new ValueTable();
  private readonly viewport = new Viewport(() => this.redraw());
  private readonly pointer: CellPointer;
  private readonly montage: MontageButton;
  private readonly zoom: ZoomButtons;
  private readonly caption: HTMLElement;
  readonly element: HTMLElement;

  private readonly drawn: () => void;
  private histogramClosed: (() => void) | undefined;
  private histogram: HistogramView | undefined;
  /** The user's own range of the colours. */
  private ownScale: Scale | undefined;
  private drawing: Drawing | undefined;
  private marks: Marks = noMarks;

  constructor(
    readonly id: string,
    events: MapEvents,
  ) {
    this.montage = new MontageButton(
      () => events.montage(id),
      (axis, index) => events.choosePlane(axis, index),
    );
    this.zoom = new ZoomButtons(this.viewport, () => this.pointer.cell);
    this.caption = el(
      'figcaption',
      { class: 'map-title' },
      el('span', { class: 'map-name-index' }, this.title, ' ', this.shape),
      el('span', { class: 'map-buttons' }, this.montage.element, this.zoom.element),
    );
    this.element = el(
      'figure',
      { class: 'map', 'data-map': id, 'data-vscode-context': menuContext(id) },
      this.caption,
      this.surface,
      this.bar.element,
      this.notes,
      this.table.element,
    );
    setAttributes(this.bar.element, { 'aria-expanded': 'false' });
    this.bar.element.addEventListener('click', () => this.toggleHistogram());
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

  /** The part of the map that is seen, and pixels a cell. */
  get seen(): { readonly region: Region; readonly cell: number } {
    return { region: this.viewport.region, cell: this.viewport.scale };
  }

  get surfaceElement(): HTMLElement {
    return this.surface;
  }

  /** `cell`: pixels a cell; `width`: what the figure takes at least, for its title and notes. */
  update(map: MapView, appearance: Appearance, cell: number, scale: Scale = map.scale, width = 0): void {
    this.drawing = { map, appearance, scale, cell, width };
    this.pointer.mapChanged(map);
    this.viewport.setWhole(this.shown(map), cell);
    this.viewport.keepInView(map.boxes[0]);
    this.redraw();
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

  /** Small pictures of all planes, above this map until one is chosen. */
  showMontage(montage: Montage): void {
    if (!this.drawing) return;
    const { colorMap, theme } = this.drawing.appearance;
    this.montage.show(montage, colorMapFor(colorMap, montage.scale.kind, theme.dark), this.surface);
  }

  /** The pixel rectangle of a cell, relative to the surface. */
  rectangleOf({ row, col }: Cell): { left: number; top: number; size: number } {
    const { region, scale } = this.viewport;
    return { left: (col - region.col) * scale, top: (row - region.row) * scale, size: scale };
  }

  dispose(): void {
    this.heatmap.dispose();
    this.histogramClosed?.();
    this.histogram?.dispose();
    this.element.remove();
  }

  /** The part of the map that the preferences show, in whole cells. */
  private shown(map: MapView): Region {
    return this.drawing?.appearance.showPadding === false ? dataRegion(map) : wholeMap(map);
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
    if (!this.drawing) return;
    const { map, appearance, cell, width } = this.drawing;
    const scale = this.ownScale ?? this.drawing.scale;
    const { theme, precision, colorMap, large = false } = appearance;
    const colors = colorMapFor(colorMap, scale.kind, theme.dark);
    const { pinned, cursor, boxes } = this.marks;
    const { focus } = this.pointer;
    const view: HeatmapView = {
      map,
      scale,
      colors,
      theme,
      precision,
      large,
      extraBoxes: boxes,
      ...(focus ? { focus } : {}),
      ...(pinned ? { pinned } : {}),
      ...(cursor ? { cursor } : {}),
    };
    const whole = this.shown(map);
    const { region } = this.viewport;
    const cellsWidth = whole.cols * cell + 1;
    this.zoom.update(this.viewport);
    this.surface.classList.toggle('zoomed', this.viewport.isZoomed);
    setAttributes(this.surface, { 'data-seen': this.viewport.isZoomed ? seenAs(region) : undefined });
    this.heatmap.draw(view, cellsWidth, whole.rows * cell + 1, region);
    this.element.style.width = `${Math.max(width, cellsWidth)}px`;
    this.bar.element.style.width = `${cellsWidth}px`;
    this.bar.element.classList.toggle('labelled', cell < numberedCell);
    this.bar.update(scale, colors, `${colorMap} ${theme.dark}`);
    this.table.update(view, region);
    this.histogram?.update(map, scale, colors, theme);
    this.describe(map);
    this.drawn();
  }

  private describe(map: MapView): void {
    this.montage.element.hidden = !hasPlanes(map);
    setText(this.title, map.title);
    setText(this.shape, map.index ?? '');
    const shape = formatShape([map.rows, map.cols]);
    setAttributes(this.caption, { title: `${map.title} ${map.index ?? ''} ${shape}` });
    const label = t(msg('{0}: {1} rows, {2} columns', map.title, map.rows, map.cols));
    setAttributes(this.surface, { 'aria-label': label, 'aria-roledescription': t(msg('heatmap')) });
    setAttributes(this.heatmap.canvas, { 'aria-label': label });
    const notes = map.notes.map((note) => t(note)).join(' · ');
    this.notes.hidden = notes === '';
    setText(this.notes, notes);
    setAttributes(this.notes, { title: notes });
  }

  private toggleHistogram(): void {
    const { histogram } = this;
    this.histogram = histogram
      ? undefined
      : new HistogramView((scale) => {
          this.ownScale = scale;
          this.redraw();
        });
    histogram?.dispose();
    this.histogramClosed?.();
    this.histogramClosed = undefined;
    if (this.histogram) {
      const { element } = this.histogram;
      this.bar.element.after(element);
      const close = (): void => this.toggleHistogram();
      this.histogramClosed = popupOpened({ element, opener: this.bar.element, close });
    }
    this.bar.element.setAttribute('aria-expanded', String(this.histogram !== undefined));
    this.redraw();
    if (this.histogram) keepInside(this.histogram.element);
  }
}

/** What VS Code's menu of the map passes to commands. */
function menuContext(id: string): string {
  return JSON.stringify({ webviewSection: 'map', layerLensMap: id, preventDefaultContextMenuItems: true });
}

/** Outlines are painted; tests read them here. */
function nameOf(cell: Cell | undefined): string | undefined {
  return cell && `${cell.row},${cell.col}`;
}

function seenAs({ row, col, rows, cols }: Region): string {
  return [row, col, rows, cols].map((value) => value.toFixed(2)).join(' ');
}
