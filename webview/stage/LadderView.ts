/** A sum as rows of bars: label, window ⊙ filter, the bar from the running sum before to the one after, the value. */
import { colorMapFor } from '../../core/color/colorMaps';
import { colorIndex, cssColor } from '../../core/color/ColorMap';
import { msg } from '../../core/message';
import type { Ladder, LadderRow, SmallMap } from '../../core/step/Frame';
import { exactNumber, formatNumber } from '../format';
import type { Appearance } from '../heatmap/MapEvents';
import { t } from '../l10n';
import { ladderGap, ladderTextRow } from '../layout/ladderSize';
import { el, setAttributes, setText } from '../ui/el';
import { plainText } from '../words/plainText';
import { numberCell } from './numberCell';
import { paintSmallMap } from './paintSmallMap';

interface RowElements {
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  readonly window: HTMLCanvasElement;
  readonly sign: HTMLElement;
  readonly filter: HTMLCanvasElement;
  readonly bar: HTMLElement;
  readonly value: HTMLElement;
}

export class LadderView {
  readonly element = el('div', { class: 'ladder', role: 'group', 'data-part': 'ladder' });
  private readonly track = el('div', { class: 'ladder-rows' });
  private readonly totalLabel = el('span', { class: 'ladder-label' });
  private readonly totalValue = el('span', { class: 'ladder-value' });
  private rows: RowElements[] = [];
  private shown: Ladder | undefined;

  constructor(private readonly choose: (channel: number) => void) {
    this.element.setAttribute('aria-label', t(msg('the sum, one row per channel')));
    const total = el('div', { class: 'ladder-total' }, this.totalLabel, this.totalValue);
    this.element.append(this.track, total);
    this.element.style.setProperty('--ladder-gap', `${ladderGap}px`);
    this.element.style.setProperty('--ladder-text', `${ladderTextRow}px`);
  }

  update(ladder: Ladder, appearance: Appearance, cell: number, width: number): void {
    this.shown = ladder;
    if (this.rows.length !== ladder.rows.length) this.rebuild(ladder);
    this.element.style.width = `${width}px`;
    const hasNumbers = cell >= numberCell(ladder.rows);
    const drawSmall = (canvas: HTMLCanvasElement, map: SmallMap | undefined): void => {
      canvas.hidden = map === undefined;
      if (map) paintSmallMap(canvas, map, appearance, cell, hasNumbers);
    };
    ladder.rows.forEach((row, index) => {
      const elements = this.rows[index]!;
      drawSmall(elements.window, row.window);
      drawSmall(elements.filter, row.filter);
      this.drawRow(elements, row, ladder, appearance);
    });
    setText(this.totalLabel, plainText({ spans: ladder.total.label }, appearance.precision));
    const { value } = ladder.total;
    setText(this.totalValue, value === undefined ? '?' : formatNumber(value, appearance.precision));
    setAttributes(this.totalValue, { title: value === undefined ? undefined : exactNumber(value) });
  }

  /** Where the value of the shown channel is, in the window. */
  selectedPlace(): DOMRect | undefined {
    const index = this.shown?.rows.findIndex(({ selected }) => selected) ?? -1;
    return this.rows[index]?.value.getBoundingClientRect();
  }

  totalPlace(): DOMRect {
    return this.totalValue.getBoundingClientRect();
  }

  private rebuild({ rows }: Ladder): void {
    this.rows = rows.map((_, index) => {
      const elements = {
        label: el('span', { class: 'ladder-label' }),
        window: el('canvas', { class: 'small-map', 'aria-hidden': 'true' }),
        sign: el('span', { class: 'ladder-sign', 'aria-hidden': 'true' }, '⊙'),
        filter: el('canvas', { class: 'small-map', 'aria-hidden': 'true' }),
        bar: el('span', { class: 'ladder-bar', 'aria-hidden': 'true' }, el('i')),
        value: el('span', { class: 'ladder-value' }),
      };
      const { label, window: seen, sign, filter, bar, value } = elements;
      const element = el('button', { type: 'button', class: 'ladder-row' }, label, seen, sign, filter, bar, value);
      element.addEventListener('click', () => {
        const channel = this.shown?.rows[index]?.channel;
        if (channel !== undefined) this.choose(channel);
      });
      return { element, ...elements };
    });
    this.track.replaceChildren(...this.rows.map(({ element }) => element));
  }

  private drawRow(elements: RowElements, row: LadderRow, ladder: Ladder, appearance: Appearance): void {
    const { element, label, sign, bar, value } = elements;
    const name = t(row.label);
    const shown = row.sum ? formatNumber(row.sum.value, appearance.precision) : '';
    setText(label, name);
    setText(value, shown);
    setAttributes(value, { title: row.sum ? exactNumber(row.sum.value) : undefined });
    setAttributes(element, {
      class: `ladder-row${row.selected ? ' selected' : ''}${row.sum ? '' : ' pending'}`,
      'aria-pressed': row.channel === undefined ? undefined : String(row.selected),
      'aria-label': shown === '' ? name : `${name}: ${shown}`,
      'aria-disabled': row.channel === undefined ? 'true' : undefined,
      tabindex: row.channel === undefined ? -1 : 0,
    });
    sign.hidden = row.window === undefined;
    drawBar(bar, row, ladder, appearance);
  }
}

/** Sums beyond the range end at its border. */
function drawBar(bar: HTMLElement, { sum }: LadderRow, { min, max }: Ladder, appearance: Appearance): void {
  const place = (value: number): number => Math.max(0, Math.min(100, ((value - min) / (max - min || 1)) * 100));
  bar.style.setProperty('--zero', `${place(0)}%`);
  const mark = bar.firstElementChild as HTMLElement;
  mark.hidden = !sum || !Number.isFinite(sum.to) || !Number.isFinite(sum.from);
  if (!sum || mark.hidden) return;
  const [low, high] = [place(Math.min(sum.from, sum.to)), place(Math.max(sum.from, sum.to))];
  mark.style.left = `${low}%`;
  mark.style.width = `max(2px, ${high - low}%)`;
  const scale = { kind: 'diverging', min: -1, max: 1 } as const;
  const colors = colorMapFor(appearance.colorMap, 'diverging', appearance.theme.dark);
  mark.style.background = cssColor(colors, colorIndex(sum.value < 0 ? -0.6 : 0.6, scale));
}
