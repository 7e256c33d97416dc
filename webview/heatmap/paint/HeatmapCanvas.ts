/**
 * One canvas of a map: sized by the layout, repainted only when what it shows changes. The first picture is painted without a chart,
 * which takes as long to be made as the picture; from the first change on a chart updates it in place.
 */
import { el, setAttributes } from '../../ui/el';
import { sizedContext } from '../../ui/sizedContext';
import { Chart } from './chart';
import { numbersDependOnWindow } from './cellFormat';
import { wholeMap, type HeatmapView, type Region } from './HeatmapView';
import { closingLine, paintHeatmap } from './paintHeatmap';

type HeatmapChart = Chart<'heatmap', number[]>;

export class HeatmapCanvas {
  readonly canvas = el('canvas', { role: 'img' });
  private chart: HeatmapChart | undefined;
  private view: HeatmapView | undefined;
  private region: Region | undefined;
  /** In CSS pixels. */
  private size = { width: 0, height: 0 };

  private painted: readonly unknown[] = [];
  /** Limits of the scales, and the canvas's size, at the chart's last layout. */
  private limits: readonly number[] = [];
  /** What decides whether the numbers depend on the window, and whether they do. */
  private formats: readonly unknown[] = [];
  private dependsOnWindow = false;

  /** Draws `view`, of which `region` is visible, on a canvas of width × height CSS pixels. */
  draw(view: HeatmapView, width: number, height: number, region: Region = wholeMap(view.map)): void {
    this.view = view;
    this.region = region;
    const painted = paintedState(view, width, height, region, this.windowOf(view, width / region.cols));
    if (painted.every((part, index) => part === this.painted[index]) && painted.length === this.painted.length) return;
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
    if (limits.every((limit, index) => limit === this.limits[index])) {
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

  /** The window, where the numbers depend on it. */
  private windowOf({ map, scale, precision, large }: HeatmapView, cell: number): string {
    const formats = [map.rows, map.cols, map.integers, scale.min, scale.max, precision, large, cell];
    if (!formats.every((part, index) => part === this.formats[index])) {
      this.formats = formats;
      this.dependsOnWindow = numbersDependOnWindow(map, scale, precision, cell, large);
    }
    return this.dependsOnWindow ? JSON.stringify(map.boxes) : '';
  }

  dispose(): void {
    this.chart?.destroy();
  }

  private paintFirst(view: HeatmapView, region: Region): void {
    const { width, height } = this.size;
    const context = sizedContext(this.canvas, width, height);
    if (!context) return;
    const cellWidth = (width - closingLine) / region.cols;
    const cellHeight = (height - closingLine) / region.rows;
    const [left, top] = [-region.col * cellWidth, -region.row * cellHeight];
    paintHeatmap(context, view, { left, top, cellWidth, cellHeight, region });
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

/** Everything that the canvas shows; arrays are the same instance as long as their numbers are. */
function paintedState(
  view: HeatmapView,
  width: number,
  height: number,
  region: Region,
  window: string,
): readonly unknown[] {
  const { map, scale, colors, theme, precision, showsResult } = view;
  const { row, col, rows, cols } = region;
  const seen = [width, height, row, col, rows, cols, globalThis.devicePixelRatio];
  const look = [colors, theme, precision, showsResult, view.large, scale.kind, scale.min, scale.max];
  const changes = map.changes?.length ? map.changes : undefined;
  return [map.values, map.cells, map.picture, changes, map.rows, map.cols, map.integers, window, ...seen, ...look];
}
