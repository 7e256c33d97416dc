/** All channels or filters of a map as heatmaps, with numbers where there is space for them; one is chosen by a click. */
import { msg } from '../../../core/message';
import type { Montage, MontagePlane } from '../../../core/step/shared/montage';
import { t } from '../../l10n';
import { fitPlanes } from '../../layout/fitPlanes';
import { el } from '../../ui/el';
import { sizedContext } from '../../ui/sizedContext';
import type { HeatmapView } from '../paint/HeatmapView';
import { paintHeatmap } from '../paint/paintHeatmap';
import { paintOutlines } from '../paint/paintOutlines';

/** Pixels per cell at most: two decimals. */
const largestCell = 28;

/** Pixels; smaller cells of the small pictures have no numbers. */
const leastNumbered = 20;

/** Pixels of the longer side of the smallest picture. */
const leastSide = 46;

/** Padding and border of the button of a picture, on both sides. */
const frame = 8;
const gap = 8;
const label = 16;

/** Keys that step through the timeline while the pictures are shown. */
const stepKeys = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** Padding, border and scroll bar of the popup, and its title. */
const popupWidth = 36;
const popupHeight = 46;

export interface MontageLook extends Pick<HeatmapView, 'colors' | 'theme' | 'precision'> {
  readonly map: HeatmapView['map'];
  /** Pixels that the popup may take. */
  readonly space: { readonly width: number; readonly height: number };
}

export function montageView(montage: Montage, look: MontageLook, choose: (index: number) => void): HTMLElement {
  const { planes, total, axis } = montage;
  const { width, height } = look.space;
  const inner = { width: width - popupWidth - frame, height: height - popupHeight - frame };
  const metrics = { gap: gap + frame, label: label + frame, least: leastSide, leastWidth: leastSide };
  const { cell: largest } = fitPlanes(montage, planes.length, inner, metrics);
  const cell = Math.min(largestCell, largest);
  const columns = columnsOf(planes.length, Math.max(leastSide, montage.cols * cell + 1) + frame, width - popupWidth);
  const name = axis === 'channel' ? t(msg('all channels')) : t(msg('all filters'));
  const pictures = planes.map((plane) => picture(plane, montage, look, cell, choose));
  const shown = planes.length < total ? [el('p', {}, t(msg('{0} of {1} are shown', planes.length, total)))] : [];
  const element = el(
    'div',
    { class: 'montage', 'data-part': 'montage', role: 'group', 'aria-label': name },
    el('div', { class: 'montage-title' }, name),
    el('div', { class: 'montage-planes' }, ...pictures),
    ...shown,
  );
  element.style.setProperty('--columns', String(columns));
  element.style.maxWidth = `${width}px`;
  element.style.maxHeight = `${height}px`;
  element.addEventListener('keydown', (event) => {
    if (!stepKeys.includes(event.key)) event.stopPropagation();
  });
  return element;
}

/** Number of columns: as many as fit, in lines of about equal length. */
function columnsOf(count: number, pictureWidth: number, width: number): number {
  const most = Math.max(1, Math.min(count, Math.floor((width + gap) / (pictureWidth + gap))));
  return Math.ceil(count / Math.ceil(count / most));
}

function picture(
  plane: MontagePlane,
  montage: Montage,
  look: MontageLook,
  cell: number,
  choose: (index: number) => void,
): HTMLElement {
  const { selected, axis } = montage;
  const canvas = el('canvas', { 'aria-hidden': 'true' });
  paint(canvas, plane, montage, look, cell);
  const name = axis === 'channel' ? t(msg('channel {0}', plane.index)) : t(msg('filter {0}', plane.index));
  const button = el(
    'button',
    {
      type: 'button',
      class: 'montage-plane',
      'data-plane': plane.index,
      'data-numbers': String(cell >= leastNumbered),
      'aria-label': name,
      title: name,
      'aria-pressed': String(plane.index === selected),
    },
    canvas,
    el('span', { 'aria-hidden': 'true' }, String(plane.index)),
  );
  button.addEventListener('click', () => choose(plane.index));
  return button;
}

/** All channels have the window of the step; of the filters, the step's own has its cell. */
function paint(
  canvas: HTMLCanvasElement,
  { index, values, cells }: MontagePlane,
  { rows, cols, scale, axis, selected }: Montage,
  { map, colors, theme, precision }: MontageLook,
  cell: number,
): void {
  const isWhole = rows === map.rows && cols === map.cols;
  const boxes = isWhole && (axis === 'channel' || index === selected) ? map.boxes : [];
  const { integers } = map;
  const own = { id: map.id, title: '', rows, cols, values, scale, boxes, notes: [], ...(cells && { cells }) };
  const shown = { ...own, ...(integers !== undefined && { integers }) };
  const view: HeatmapView = { map: shown, scale, colors, theme, precision, extraBoxes: [] };
  const context = sizedContext(canvas, cols * cell + 1, rows * cell + 1);
  if (!context) return;
  // Without numbers: cells below the size that has some are painted on a smaller grid and scaled.
  const painted = cell >= leastNumbered ? cell : Math.min(cell, integers ? 9 : 13);
  context.save();
  context.scale(cell / painted, cell / painted);
  const region = { row: 0, col: 0, rows, cols };
  paintHeatmap(context, view, { left: 0, top: 0, cellWidth: painted, cellHeight: painted, region });
  context.restore();
  paintOutlines(context, view, cell);
}
