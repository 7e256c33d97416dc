/** What is around the cells of a map: title, row and column numbers, colour bar, notes. Updated only when it changes. */
import { formatShape } from '../../core/array/NdArray';
import { msg } from '../../core/message';
import { formatNumber } from '../format';
import type { AxisGutter } from '../layout/axisGutter';
import { readableCell } from '../layout/StageLayout';
import { t } from '../l10n';
import { sameParts } from './sameParts';
import { el, setAttributes, setText } from '../ui/el';
import { AxisNumbers } from './AxisNumbers';
import { ColorBar } from './ColorBar';
import { hasPlanes } from './hasPlanes';
import type { HeatmapView, Region } from './paint/HeatmapView';
import { mapTitle, notesOf } from './mapTitle';
import type { ResultToggle } from './ResultToggle';

export interface FrameSizes {
  /** All cells that can be shown, and those that are. */
  readonly whole: Region;
  readonly region: Region;
  readonly isZoomed: boolean;
  /** Pixels per cell, and of the figure at least. */
  readonly cell: number;
  readonly width: number;
  readonly gutter: AxisGutter;
}

export class MapFrame {
  readonly axes = new AxisNumbers();
  readonly bar = new ColorBar();
  readonly notes: HTMLElement;
  private readonly noteText = el('span');
  readonly caption: HTMLElement;
  private readonly title = el('span', { class: 'map-name' });
  private readonly index = el('span', { class: 'map-index' });
  private shown: readonly unknown[] = [];

  /** `montage` is hidden where the map's array has no other planes. */
  constructor(
    private readonly surface: HTMLElement,
    private readonly canvas: HTMLElement,
    private readonly montage: HTMLElement,
    zoom: HTMLElement,
    private readonly result: ResultToggle,
  ) {
    this.notes = el('div', { class: 'map-notes' }, result.element, this.noteText);
    this.caption = el(
      'figcaption',
      { class: 'map-title' },
      el('span', { class: 'map-name-index' }, this.title, ' ', this.index),
      el('span', { class: 'map-buttons' }, montage, zoom),
    );
    surface.append(this.axes.element);
    setAttributes(this.bar.element, { 'aria-expanded': 'false' });
  }

  update(figure: HTMLElement, view: HeatmapView, sizes: FrameSizes): void {
    const { map, scale, colors, theme } = view;
    const { whole, region, isZoomed, cell, width, gutter } = sizes;
    const { value } = map.sum ?? map.outlined ?? {};
    const hasNumbers = cell >= readableCell;
    const notes = notesOf(
      map,
      value === undefined ? '' : formatNumber(value, view.precision, map.integers),
      hasNumbers,
    );
    this.notes.classList.toggle('result', map.sum !== undefined || (value !== undefined && !hasNumbers));
    const planes = hasPlanes(map);
    const { growing = false } = map;
    const texts = [mapTitle(map), map.index, map.rows, map.cols, notes, planes, map.picture !== undefined];
    const result = [growing, view.showsResult];
    const shown = [
      ...texts,
      ...result,
      whole.rows,
      whole.cols,
      region,
      cell,
      width,
      colors,
      theme,
      scale.kind,
      scale.min,
      scale.max,
    ];
    if (sameParts(shown, this.shown)) return;
    this.shown = shown;
    const cellsWidth = whole.cols * cell + 1;
    figure.style.width = `${Math.max(width, gutter.left + cellsWidth)}px`;
    figure.style.setProperty('--axis-left', `${gutter.left}px`);
    figure.style.setProperty('--axis-above', `${gutter.above}px`);
    figure.classList.toggle('small-cells', cell < readableCell);
    figure.classList.toggle('magnifier', map.magnifies !== undefined);
    this.surface.classList.toggle('zoomed', isZoomed);
    setAttributes(this.surface, { 'data-seen': isZoomed ? seenAs(region) : undefined });
    this.axes.update(region, (whole.cols * cell) / region.cols, gutter.above > 0);
    this.bar.element.style.width = `${cellsWidth}px`;
    this.bar.element.hidden = map.picture !== undefined;
    this.bar.element.classList.toggle('labelled', cell < readableCell);
    this.bar.update(scale, colors, cellsWidth);
    this.montage.hidden = !planes;
    this.describe(view, notes);
  }

  private describe({ map, showsResult }: HeatmapView, notes: string): void {
    const { index = '', rows, cols } = map;
    const title = mapTitle(map);
    setText(this.title, title);
    setText(this.index, index);
    setAttributes(this.caption, { title: `${title} ${index} ${formatShape([rows, cols])}` });
    const label = t(msg('{0}: {1} row{1||s}, {2} column{2||s}', title, rows, cols));
    setAttributes(this.surface, { 'aria-label': label, 'aria-roledescription': t(msg('heatmap')) });
    setAttributes(this.canvas, { 'aria-label': label });
    this.notes.hidden = notes === '' && !map.growing;
    setText(this.noteText, notes);
    this.result.update(map.growing ?? false, showsResult ?? false);
    setAttributes(this.notes, { title: notes });
  }
}

/** Text of the visible region in an attribute that tests read. */
function seenAs({ row, col, rows, cols }: Region): string {
  return [row, col, rows, cols].map((value) => value.toFixed(2)).join(' ');
}
