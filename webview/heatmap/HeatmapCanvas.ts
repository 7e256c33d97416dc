/** One canvas with its chart: sized by the layout, updated in place, repainted only when what it shows changes. */
import { el, setAttributes } from '../ui/el';
import { Chart } from './chart';
import { numbersDependOnWindow } from './cellTexts';
import { wholeMap, type HeatmapView, type Region } from './HeatmapView';

type HeatmapChart = Chart<'heatmap', number[]>;

export class HeatmapCanvas {
  readonly canvas = el('canvas', { role: 'img' });
  private chart: HeatmapChart | undefined;
  private view: HeatmapView | undefined;
  private region: Region | undefined;

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
    this.painted = painted;
    const limits = [region.col, region.col + region.cols, region.row, region.row + region.rows, width, height];
    const { chart } = this;
    if (!chart) {
      this.limits = limits;
      this.chart = this.create(view, width, height, region);
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
    const { chart, view, region } = this;
    if (!chart || !view || !region) return undefined;
    const row = Math.floor(region.row + (y / chart.height) * region.rows);
    const col = Math.floor(region.col + (x / chart.width) * region.cols);
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

  /** Draws too. A canvas that has its size already is not measured. */
  private create(view: HeatmapView, width: number, height: number, { row, col, rows, cols }: Region): HeatmapChart {
    setAttributes(this.canvas, { width: String(Math.round(width)), height: String(Math.round(height)) });
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
        // One pixel for the closing grid lines.
        layout: { padding: { right: 1, bottom: 1 } },
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
