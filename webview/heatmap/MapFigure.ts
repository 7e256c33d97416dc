/** One map of the stage: title, heatmap, colour bar, notes, the hidden table, and the keyboard's and pointer's cell. */
import { formatShape } from '../../core/array/NdArray';
import { msg } from '../../core/message';
import { CellKind, type Box, type MapView, type Scale } from '../../core/step/Frame';
import type { Preferences } from '../../core/protocol';
import { colorMapFor } from '../../core/color/colorMaps';
import { exactNumber } from '../format';
import { t } from '../l10n';
import { titleWidth } from '../stage/stageMetrics';
import type { Montage } from '../../core/step/montage';
import { montageView } from './MontageView';
import type { Theme } from '../theme';
import { el, setAttributes, setText } from '../ui/el';
import { keepInside } from '../ui/keepInside';
import { ColorBar } from './ColorBar';
import { elementIndex, elementName } from './elementName';
import { HeatmapCanvas } from './HeatmapCanvas';
import { HistogramView } from './HistogramView';
import { dataRegion, isInside, wholeMap, type HeatmapView, type Region } from './HeatmapView';
import { ValueTable } from './ValueTable';
import { Viewport } from './Viewport';

export interface Cell {
  readonly row: number;
  readonly col: number;
}

export interface Appearance extends Preferences {
  readonly theme: Theme;
}

/** What the user does with cells; the panel decides what follows. */
export interface MapEvents {
  /** The pointer or the keyboard is on a cell, or on none. */
  point(map: string, cell: Cell | undefined, by: 'pointer' | 'keyboard'): void;
  choose(map: string, cell: Cell): void;
  release(): void;
  edit(map: string, cell: Cell): void;
  reveal(map: string, cell: Cell): void;
  /** All channels or filters of the map are asked for. */
  montage(map: string): void;
  choosePlane(axis: Montage['axis'], index: number): void;
}

export interface Marks {
  readonly boxes: readonly Box[];
  readonly pinned?: Cell;
  readonly cursor?: Cell;
}

/** Pixels that a colour bar needs for its numbers. */
const smallestBar = 74;

const noMarks: Marks = { boxes: [] };

export class MapFigure {
  private readonly title = el('span', { class: 'map-name' });
  private readonly shape = el('span', { class: 'shape' });
  private readonly heatmap = new HeatmapCanvas();
  private readonly surface = el('div', { class: 'map-surface', tabindex: 0, role: 'application' }, this.heatmap.canvas);
  private readonly bar = new ColorBar();
  private readonly notes = el('div', { class: 'map-notes' });
  private readonly table = new ValueTable();
  private readonly viewport = new Viewport(() => this.redraw());
  readonly element: HTMLElement;

  private montage: HTMLElement | undefined;
  private readonly montageButton = el(
    'button',
    { type: 'button', class: 'montage-button', 'data-action': 'montage', hidden: true },
    '▦',
  );
  private histogram: HistogramView | undefined;
  /** The user's own range of the colours. */
  private ownScale: Scale | undefined;
  private map: MapView | undefined;
  private appearance: Appearance | undefined;
  private scale: Scale | undefined;
  private cell = 0;
  private marks: Marks = noMarks;
  private focus: Cell | undefined;
  private pointed: Cell | undefined;

  constructor(
    readonly id: string,
    private readonly events: MapEvents,
  ) {
    this.element = el(
      'figure',
      { class: 'map', 'data-map': id },
      el('figcaption', { class: 'map-title' }, this.title, ' ', this.shape, ' ', this.montageButton),
      this.surface,
      this.bar.element,
      this.notes,
      this.table.element,
    );
    const label = t(msg('distribution and colour range'));
    setAttributes(this.bar.element, { title: label, 'aria-label': label });
    this.bar.element.addEventListener('click', () => this.toggleHistogram());
    const all = t(msg('all channels or filters'));
    setAttributes(this.montageButton, { title: all, 'aria-label': all, 'aria-expanded': 'false' });
    this.montageButton.addEventListener('click', () => {
      if (this.montage) this.closeMontage();
      else events.montage(id);
    });
    this.listen();
  }

  /** The part of the map that the preferences show, in whole cells. */
  shown(map: MapView, showPadding: boolean): Region {
    return showPadding ? wholeMap(map) : dataRegion(map);
  }

  update(map: MapView, appearance: Appearance, cell: number, scale: Scale = map.scale): void {
    this.map = map;
    this.appearance = appearance;
    this.cell = cell;
    this.scale = scale;
    if (this.focus && !isInside(map, this.focus.row, this.focus.col)) this.focus = undefined;
    this.viewport.setWhole(this.shown(map, appearance.showPadding), cell);
    this.viewport.keepInView(map.boxes[0]);
    this.redraw();
  }

  /** Small pictures of all planes, above this map until one is chosen. */
  showMontage(montage: Montage): void {
    this.closeMontage();
    const { appearance } = this;
    if (!appearance) return;
    const colors = colorMapFor(appearance.colorMap, montage.scale.kind, appearance.theme.dark);
    this.montage = montageView(montage, colors, (index) => {
      this.closeMontage();
      this.events.choosePlane(montage.axis, index);
    });
    this.surface.after(this.montage);
    keepInside(this.montage);
    this.montageButton.setAttribute('aria-expanded', 'true');
  }

  private closeMontage(): void {
    this.montage?.remove();
    this.montage = undefined;
    this.montageButton.setAttribute('aria-expanded', 'false');
  }

  mark(marks: Marks): void {
    if (this.marks === marks || (this.marks.boxes.length === 0 && isEmpty(marks) && isEmpty(this.marks))) return;
    this.marks = marks;
    this.redraw();
  }

  focusCell(cell: Cell): void {
    this.focus = cell;
    this.surface.focus({ preventScroll: true });
    this.redraw();
  }

  /** The pixel rectangle of a cell, relative to the surface. */
  rectangleOf({ row, col }: Cell): { left: number; top: number; size: number } {
    const { region, scale } = this.viewport;
    return { left: (col - region.col) * scale, top: (row - region.row) * scale, size: scale };
  }

  get surfaceElement(): HTMLElement {
    return this.surface;
  }

  valueAt({ row, col }: Cell): number | undefined {
    const { map } = this;
    if (!map || this.kindAt({ row, col }) === CellKind.Empty) return undefined;
    return map.values[row * map.cols + col];
  }

  dispose(): void {
    this.heatmap.dispose();
    this.histogram?.dispose();
    this.element.remove();
  }

  private redraw(): void {
    const { map, appearance } = this;
    const scale = this.ownScale ?? this.scale;
    if (!map || !appearance || !scale) return;
    const { theme, precision, colorMap } = appearance;
    const colors = colorMapFor(colorMap, scale.kind, theme.dark);
    const { pinned, cursor, boxes } = this.marks;
    const view: HeatmapView = {
      map,
      scale,
      colors,
      theme,
      precision,
      extraBoxes: boxes,
      ...(this.focus && this.surface.matches(':focus-visible') ? { focus: this.focus } : {}),
      ...(pinned ? { pinned } : {}),
      ...(cursor ? { cursor } : {}),
    };
    const whole = this.shown(map, appearance.showPadding);
    const { region } = this.viewport;
    const width = whole.cols * this.cell + 1;
    this.heatmap.draw(view, width, whole.rows * this.cell + 1, region);
    this.bar.element.style.width = `${Math.max(width, smallestBar)}px`;
    // Notes may be cut where there is no room; the map and its title may not.
    const title = titleWidth(`${map.title} ${formatShape([map.rows, map.cols])} ▦`);
    this.element.style.minWidth = `${Math.max(width, title)}px`;
    this.bar.update(scale, colors, `${colorMap} ${theme.dark}`);
    this.table.update(view, region);
    this.histogram?.update(map, scale, colors, theme);
    this.describe(map);
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
    if (this.histogram) this.bar.element.after(this.histogram.element);
    this.bar.element.setAttribute('aria-expanded', String(this.histogram !== undefined));
    this.redraw();
    if (this.histogram) keepInside(this.histogram.element);
  }

  private describe(map: MapView): void {
    this.montageButton.hidden = !hasPlanes(map);
    setText(this.title, map.title);
    setText(this.shape, formatShape([map.rows, map.cols]));
    const label = t(msg('{0}: {1} rows, {2} columns', map.title, map.rows, map.cols));
    setAttributes(this.surface, {
      'aria-label': label,
      'aria-roledescription': t(msg('heatmap')),
      title: undefined,
    });
    setAttributes(this.heatmap.canvas, { 'aria-label': label });
    const notes = map.notes.map((note) => t(note)).join(' · ');
    setText(this.notes, notes);
    this.notes.title = notes;
  }

  private listen(): void {
    const { surface } = this;
    const at = (event: MouseEvent): Cell | undefined => {
      const bounds = this.heatmap.canvas.getBoundingClientRect();
      return this.heatmap.cellAt(event.clientX - bounds.left, event.clientY - bounds.top);
    };
    surface.addEventListener('pointermove', (event) => {
      if (!this.viewport.isDragging) this.point(at(event));
    });
    surface.addEventListener('pointerleave', () => this.point(undefined));
    surface.addEventListener('click', (event) => {
      const cell = at(event);
      if (!cell || this.viewport.wasDragged) return;
      this.focus = cell;
      this.events.choose(this.id, cell);
    });
    surface.addEventListener('dblclick', (event) => {
      const cell = at(event);
      if (cell) this.events.edit(this.id, cell);
    });
    surface.addEventListener('focus', () => {
      // A press has its own cell; the keyboard comes without one.
      if (surface.matches(':focus-visible')) this.moveFocus(this.focus ?? this.startCell());
    });
    surface.addEventListener('blur', () => {
      this.focus = undefined;
      this.events.point(this.id, undefined, 'keyboard');
      this.redraw();
    });
    surface.addEventListener('keydown', (event) => this.key(event));
    this.viewport.listen(surface, this.heatmap.canvas);
  }

  private point(cell: Cell | undefined): void {
    if (cell?.row === this.pointed?.row && cell?.col === this.pointed?.col) return;
    this.pointed = cell;
    this.events.point(this.id, cell, 'pointer');
  }

  private startCell(): Cell {
    const box = this.map?.boxes[0];
    return box
      ? { row: box.row, col: box.col }
      : { row: this.viewport.region.row | 0, col: this.viewport.region.col | 0 };
  }

  private key(event: KeyboardEvent): void {
    this.focus ??= this.startCell();
    if (!this.map || event.ctrlKey || event.metaKey || event.altKey) return;
    const { row, col } = this.focus;
    const whole = this.shown(this.map, this.appearance?.showPadding ?? true);
    const moves: Readonly<Record<string, Cell>> = {
      ArrowUp: { row: row - 1, col },
      ArrowDown: { row: row + 1, col },
      ArrowLeft: { row, col: col - 1 },
      ArrowRight: { row, col: col + 1 },
      Home: { row, col: whole.col },
      End: { row, col: whole.col + whole.cols - 1 },
      PageUp: { row: whole.row, col },
      PageDown: { row: whole.row + whole.rows - 1, col },
    };
    const move = moves[event.key];
    if (move) {
      this.moveFocus({
        row: Math.max(whole.row, Math.min(whole.row + whole.rows - 1, move.row)),
        col: Math.max(whole.col, Math.min(whole.col + whole.cols - 1, move.col)),
      });
    } else if (event.key === 'Enter') this.events.choose(this.id, this.focus);
    else if (event.key === 'Escape') this.events.release();
    else if (event.key === 'F2') this.events.edit(this.id, this.focus);
    else if (event.key === 'r') this.events.reveal(this.id, this.focus);
    else if (!this.viewport.key(event.key, this.focus)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private moveFocus(cell: Cell): void {
    this.focus = cell;
    this.viewport.keepInView({ ...cell, rows: 1, cols: 1 });
    this.events.point(this.id, cell, 'keyboard');
    this.redraw();
  }

  private kindAt({ row, col }: Cell): number {
    const { map } = this;
    return map?.cells ? map.cells[row * map.cols + col]! : CellKind.Data;
  }

  /** What the tooltip and the live region say: index and exact value. */
  describeCell(cell: Cell): { readonly name: string; readonly value: string } | undefined {
    const { map } = this;
    if (!map) return undefined;
    const index = elementIndex(map.address, cell.row, cell.col);
    const own = map.address && index !== undefined ? elementName(map.address, index) : '';
    const place = `${map.title}[${cell.row}, ${cell.col}]`;
    const value = this.valueAt(cell);
    const padding = this.kindAt(cell) === CellKind.Padding;
    const shown = value === undefined ? t(msg('not computed yet')) : exactNumber(value);
    return {
      name: own && own !== place ? `${place} · ${own}` : place,
      value: padding ? `${shown} (${t(msg('padding'))})` : shown,
    };
  }
}

/** Whether the map shows one of several channels or filters. */
function hasPlanes({ address }: MapView): boolean {
  if (address?.shape.length !== 4 || address.role === 'array') return false;
  const [, , channels = 1, filters = 1] = address.shape;
  return filters > 1 || ((address.role === 'w' || address.role === 'dW') && channels > 1);
}

function isEmpty({ boxes, pinned, cursor }: Marks): boolean {
  return boxes.length === 0 && !pinned && !cursor;
}
