/** The distribution of a map's numbers under its colour bar, with two handles for the range of the colours. */
import { msg } from '../../../core/message';
import type { MapView, Scale } from '../../../core/step/Frame';
import { colorIndex, cssColor, type ColorMap } from '../../../core/color/ColorMap';
import { formatShort } from '../../format';
import { t } from '../../l10n';
import type { Theme } from '../../theme';
import { el, setText } from '../../ui/el';
import { Chart } from '../paint/chart';
import { distributionOf, withEnd, type ValueDistribution } from './distribution';

const bins = 24;
const usualWidth = 208;
const usualHeight = 64;
const handleSteps = 400;

export class HistogramView {
  private readonly canvas = el('canvas', {
    role: 'img',
    'aria-label': t(msg('distribution of the values; drag to choose the range of the colours')),
  });
  private readonly handles = {
    min: this.handle('min', t(msg('lowest colour'))),
    max: this.handle('max', t(msg('highest colour'))),
  };
  private readonly range = el('span', { class: 'histogram-range' });
  private readonly reset = el(
    'button',
    { type: 'button', class: 'link', 'data-action': 'resetScale', title: t(msg('the map’s own range of colours')) },
    t(msg('Reset range')),
  );
  readonly element: HTMLElement;
  private chart: Chart<'bar', number[], string> | undefined;
  private width = usualWidth;
  private height = usualHeight;
  private scale: Scale | undefined;
  private distribution: ValueDistribution | undefined;

  /** `undefined`: the map's own scale again. */
  constructor(private readonly change: (scale: Scale | undefined) => void) {
    this.reset.addEventListener('click', () => change(undefined));
    this.element = el(
      'div',
      { class: 'histogram', 'data-part': 'histogram' },
      this.canvas,
      el('div', { class: 'histogram-handles' }, this.handles.min, this.handles.max),
      el('div', { class: 'histogram-foot' }, this.range, this.reset),
    );
    this.element.addEventListener('keydown', (event) => event.stopPropagation());
  }

  update(map: MapView, scale: Scale, colors: ColorMap, theme: Theme): void {
    this.scale = scale;
    const distribution = distributionOf(map, map.scale, bins);
    this.distribution = distribution;
    const binWidth = (distribution.max - distribution.min) / bins;
    const bars = distribution.counts.map((_, bin) =>
      cssColor(colors, colorIndex(distribution.min + (bin + 0.5) * binWidth, scale)),
    );
    this.chart ??= this.createChart();
    const [dataset] = this.chart.data.datasets;
    dataset!.data = [...distribution.counts];
    dataset!.backgroundColor = bars;
    dataset!.borderColor = theme.dim;
    this.chart.update('none');
    for (const end of ['min', 'max'] as const) {
      const part = (scale[end] - distribution.min) / (distribution.max - distribution.min || 1);
      this.handles[end].value = String(Math.round(part * handleSteps));
      this.handles[end].setAttribute('aria-valuetext', formatShort(scale[end]));
    }
    setText(this.range, `${formatShort(scale.min)} … ${formatShort(scale.max)}`);
  }

  /** Size of the bars in CSS pixels. */
  setSize(width: number, height = usualHeight): void {
    if (width === this.width && height === this.height) return;
    [this.width, this.height] = [width, height];
    this.element.style.width = `${width}px`;
    this.chart?.resize(width, height);
  }

  dispose(): void {
    this.chart?.destroy();
    this.element.remove();
  }

  private handle(end: 'min' | 'max', label: string): HTMLInputElement {
    const input = el('input', {
      type: 'range',
      min: 0,
      max: handleSteps,
      'aria-label': label,
      title: label,
      'data-action': `scale-${end}`,
    });
    input.addEventListener('input', () => {
      const { scale, distribution } = this;
      if (!scale || !distribution) return;
      const value = distribution.min + (Number(input.value) / handleSteps) * (distribution.max - distribution.min);
      const moved = withEnd(scale, end, Number(value.toPrecision(3)));
      if (moved) this.change(moved);
    });
    return input;
  }

  private createChart(): Chart<'bar', number[], string> {
    const chart = new Chart<'bar', number[], string>(this.canvas, {
      type: 'bar',
      data: {
        labels: Array.from({ length: bins }, (_, bin) => String(bin)),
        datasets: [{ data: [], categoryPercentage: 1, barPercentage: 1, borderWidth: 0.5 }],
      },
      options: {
        animation: false,
        responsive: false,
        maintainAspectRatio: false,
        events: [],
        scales: { x: { display: false }, y: { display: false, beginAtZero: true } },
      },
    });
    chart.resize(this.width, this.height);
    return chart;
  }
}
