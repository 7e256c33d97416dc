/** All slices along an axis as small heatmaps, with numbers where their cells are large enough; a click selects one. */
import { msg } from '../../core/message';
import type { InspectPlanes } from '../../core/panel/inspect';
import type { MapView, Scale } from '../../core/step/Frame';
import { colorMapFor } from '../../core/color/colorMaps';
import type { Appearance } from '../heatmap/MapEvents';
import { paintHeatmap } from '../heatmap/paint/paintHeatmap';
import { t } from '../l10n';
import { el, setAttributes, setText } from '../ui/el';
import { sizedContext } from '../ui/sizedContext';
import { fitPlanes } from '../layout/fitPlanes';

/** Cells of at least this size have numbers; in a strip next to the selected slice they are larger. */
const leastNumbered = { strip: 24, grid: 20 };

/** Smaller integers are readable in smaller cells. */
const numberedInteger = 12;

const leastWidth = 26;
const gap = 8;
const label = 20;

/** Pixels of the longer side of the smallest picture. */
const leastSide = { strip: 52, grid: 92 };

export interface PlanesLook {
  readonly planes: InspectPlanes;
  readonly integers: boolean;
  readonly scale: Scale;
  readonly appearance: Appearance;
  readonly space: { readonly width: number; readonly height: number };
  readonly kind: 'strip' | 'grid';
}

interface PlaneButton {
  readonly element: HTMLButtonElement;
  readonly canvas: HTMLCanvasElement;
  readonly label: HTMLElement;
}

export class PlanesView {
  private readonly title = el('h2', { class: 'inspect-card-title' });
  private readonly note = el('span', { class: 'inspect-card-note' });
  private readonly list = el('div', { class: 'planes', role: 'group' });
  readonly element = el(
    'section',
    { class: 'planes-card', 'data-part': 'planes' },
    el('div', { class: 'inspect-card-head' }, this.title, this.note),
    this.list,
  );
  private buttons: PlaneButton[] = [];
  private planes: InspectPlanes | undefined;

  /** `open`: shows the selected slice alone. */
  constructor(
    private readonly choose: (field: string, index: number) => void,
    private readonly open: () => void,
  ) {}

  update({ planes, integers, scale, appearance, space, kind }: PlanesLook): void {
    this.planes = planes;
    const { axis, total, step } = planes;
    const count = planes.planes.length;
    const name = t(msg('axis {0}: all {1} slices', axis, total));
    setText(this.title, name);
    setAttributes(this.list, { 'aria-label': name });
    const notes = [
      ...(count < total ? [t(msg('{0} of {1} are shown', count, total))] : []),
      ...(step > 1 ? [t(msg('every {0}th row and column', step))] : []),
    ];
    setText(this.note, notes.join(' – '));
    while (this.buttons.length > count) this.buttons.pop()!.element.remove();
    while (this.buttons.length < count) this.buttons.push(this.addButton());
    // The frame of a picture is 4 pixels wide on each side, and its last grid line one.
    const frame = 9;
    const inner = { width: space.width - frame, height: space.height - 30 };
    const metrics = { gap: gap + frame, label: label + frame, least: leastSide[kind], leastWidth };
    const { columns, cell } = fitPlanes(planes, count, inner, metrics);
    this.list.style.gridTemplateColumns = `repeat(${columns}, max-content)`;
    const least = kind === 'grid' && integers ? numberedInteger : leastNumbered[kind];
    const hasNumbers = step === 1 && cell >= least;
    const colors = colorMapFor(appearance.colorMap, scale.kind, appearance.theme.dark);
    planes.planes.forEach(({ index, values }, place) => {
      const { element, canvas, label: text } = this.buttons[place]!;
      const isSelected = index === planes.selected;
      setText(text, `[${index}]`);
      setAttributes(element, {
        'data-plane': index,
        'aria-pressed': String(isSelected),
        'aria-label': t(msg('slice {0} of axis {1}', index, axis)),
        title: t(msg('slice {0} of axis {1}', index, axis)),
      });
      const map: MapView = {
        id: `plane${index}`,
        title: '',
        rows: planes.rows,
        cols: planes.cols,
        values,
        scale,
        integers,
        boxes: [],
        notes: [],
      };
      paintPlane(canvas, { map, scale, colors, appearance, cell, hasNumbers });
    });
    const line = (this.buttons[0]?.element.getBoundingClientRect().height ?? 0) + gap;
    this.list.style.setProperty('--line', `${line}px`);
  }

  private addButton(): PlaneButton {
    const canvas = el('canvas', { 'aria-hidden': 'true' });
    const text = el('span', { 'aria-hidden': 'true' });
    const element = el('button', { type: 'button', class: 'plane' }, canvas, text);
    element.addEventListener('click', () => {
      if (this.planes) this.choose(this.planes.field, Number(element.dataset.plane));
    });
    element.addEventListener('dblclick', () => this.open());
    this.list.append(element);
    return { element, canvas, label: text };
  }
}

interface PlaneDrawing {
  readonly map: MapView;
  readonly scale: Scale;
  readonly colors: ReturnType<typeof colorMapFor>;
  readonly appearance: Appearance;
  readonly cell: number;
  /** False where cells are too small or were left out: their numbers would be read as neighbours. */
  readonly hasNumbers: boolean;
}

function paintPlane(
  canvas: HTMLCanvasElement,
  { map, scale, colors, appearance, cell, hasNumbers }: PlaneDrawing,
): void {
  const context = sizedContext(canvas, map.cols * cell + 1, map.rows * cell + 1);
  if (!context) return;
  const { theme, precision } = appearance;
  const region = { row: 0, col: 0, rows: map.rows, cols: map.cols };
  // Without numbers: cells below the size that has some are painted on a smaller grid and scaled.
  const painted = hasNumbers ? cell : Math.min(cell, 6);
  context.scale(cell / painted, cell / painted);
  paintHeatmap(
    context,
    { map, scale, colors, theme, precision, extraBoxes: [] },
    { left: 0, top: 0, cellWidth: painted, cellHeight: painted, region },
  );
}
