/**
 * One canvas of a map: sized by the layout, repainted only when what it shows changes. The first picture is painted without a chart,
 * which takes as long to be made as the picture; from the first change on a chart updates it in place.
 */
import { el, setAttributes } from '../../ui/el';
import { sizedContext } from '../../ui/sizedContext';
import { sameParts } from '../sameParts';
import { Chart } from './chart';
import { windowTexts, type WindowTexts } from './cellFormat';
import type { CellGrid } from './CellGrid';
import { wholeMap, type HeatmapView, type Region } from './HeatmapView';
import { closingLine, paintHeatmap } from './paintHeatmap';
import { WindowNumbers } from './WindowNumbers';

type HeatmapChart = Chart<'heatmap', number[]>;

export class HeatmapCanvas {
  readonly canvas = el('canvas', { role: 'img' });
  private readonly windowNumbers: WindowNumbers;
  private chart: HeatmapChart | undefined;
  private view: HeatmapView | undefined;
  private region: Region | undefined;
  /** In CSS pixels. */
  private size = { width: 0, height: 0 };

  private painted: readonly unknown[] = [];
  /** Limits of the scales, and the canvas's size, at the chart's last layout. */
  private limits: readonly number[] = [];
  /** What decides how the numbers of the window are, and how they are. */
  private formats: readonly unknown[] = [];
  private texts: WindowTexts = 'as all';

  /** `above`: what is drawn over the values. */
  constructor(above: HTMLElement) {
    this.windowNumbers = new WindowNumbers(above);
  }

  /** Draws `view`, of which `region` is visible, on a canvas of width × height CSS pixels. */
  draw(view: HeatmapView, width: number, height: number, region: Region = wholeMap(view.map)): void {
    this.view = view;
    this.region = region;
    const state = paintedState(view, width, height, region);
    const texts = this.textsOf(view, (width - closingLine) / region.cols);
    if (texts === 'only') {
      this.windowNumbers.draw(view, gridOf(region, width, height), state);
      if (!sameParts(state, this.painted))
        this.drawValues({ ...view, map: { ...view.map, boxes: [] } }, width, height, region, state);
      return;
    }
    this.windowNumbers.hide();
    this.drawValues(view, width, height, region, [texts === 'other' && JSON.stringify(view.map.boxes), ...state]);
  }

  private drawValues(
    view: HeatmapView,
    width: number,
    height: number,
    region: Region,
    painted: readonly unknown[],
  ): void {
    if (sameParts(painted, this.painted)) return;
    const isFirst = this.painted.length === 0;
    this.painted = painted;
    this.size = { width: Math.round(width), height: Math.round(height) };
    if (isFirst) {
      this.paintFirst(view, region);
      return;
    }
    const limits = [region.col, region.col + region.cols, region.row, region.row + region.rows, width, height];
    const { chart } = this;
    if (!chart) {
      this.limits = limits;
      this.chart = this.create(view, region);
      return;
    }
    (chart.data.datasets[0] as unknown as { view: HeatmapView }).view = view;
    if (sameParts(limits, this.limits)) {
      // The scales are laid out already.
      chart.draw();
      return;
    }
    this.limits = limits;
    const { x, y } = chart.options.scales as Record<'x' | 'y', { min: number; max: number }>;
    x.min = region.col;
    x.max = region.col + region.cols;
    y.min = region.row;
    y.max = region.row + region.rows;
    // Both lay out the scales and draw.
    if (chart.width !== width || chart.height !== height) chart.resize(width, height);
    else chart.update('none');
  }

  /** The cell under a point of the canvas in CSS pixels; undefined outside the map. */
  cellAt(x: number, y: number): { row: number; col: number } | undefined {
    const { view, region, size } = this;
    if (!view || !region || this.painted.length === 0) return undefined;
    const row = Math.floor(region.row + (y / size.height) * region.rows);
    const col = Math.floor(region.col + (x / size.width) * region.cols);
    if (row < 0 || col < 0 || row >= view.map.rows || col >= view.map.cols) return undefined;
    return { row, col };
  }

  private textsOf({ map, scale, precision, large }: HeatmapView, cell: number): WindowTexts {
    const { rows, cols, integers, growing, picture } = map;
    const formats = [rows, cols, integers, growing, picture, scale.min, scale.max, precision, large, cell];
    if (!sameParts(formats, this.formats)) {
      this.formats = formats;
      this.texts = windowTexts(map, scale, precision, cell, large);
    }
    return this.texts;
  }

  dispose(): void {
    this.chart?.destroy();
  }

  private paintFirst(view: HeatmapView, region: Region): void {
    const { width, height } = this.size;
    const context = sizedContext(this.canvas, width, height);
    if (context) paintHeatmap(context, view, gridOf(region, width, height));
  }

  /** Draws too. A canvas that has its size already is not measured. */
  private create(view: HeatmapView, { row, col, rows, cols }: Region): HeatmapChart {
    const { width, height } = this.size;
    setAttributes(this.canvas, { width: String(width), height: String(height) });
    // The chart sets them where they are absent; they are those of the first picture.
    this.canvas.style.width = '';
    this.canvas.style.height = '';
    const axis = { type: 'cells', display: false } as const;
    return new Chart<'heatmap', number[]>(this.canvas, {
      type: 'heatmap',
      data: { datasets: [{ data: [], view }] },
      options: {
        animation: false,
        parsing: false,
        responsive: false,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: { right: closingLine, bottom: closingLine } },
        scales: {
          x: { ...axis, min: col, max: col + cols },
          y: { ...axis, min: row, max: row + rows, reverse: true },
        },
      },
    });
  }
}

function gridOf(region: Region, width: number, height: number): CellGrid {
  const cellWidth = (width - closingLine) / region.cols;
  const cellHeight = (height - closingLine) / region.rows;
  return { left: -region.col * cellWidth, top: -region.row * cellHeight, cellWidth, cellHeight, region };
}

/** Everything that is shown besides the window; arrays are the same instance as long as their numbers are. */
function paintedState(view: HeatmapView, width: number, height: number, region: Region): readonly unknown[] {
  const { map, scale, colors, theme, precision, showsResult } = view;
  const { row, col, rows, cols } = region;
  const seen = [width, height, row, col, rows, cols, globalThis.devicePixelRatio];
  const look = [colors, theme, precision, showsResult, view.large, scale.kind, scale.min, scale.max];
  const changes = map.changes?.length ? map.changes : undefined;
  return [map.values, map.cells, map.picture, changes, map.rows, map.cols, map.integers, ...seen, ...look];
}
