/** A chart.js controller that paints a whole map as one scaled image, and lines and numbers above it where they fit. */
import { DatasetController } from 'chart.js';
import type { HeatmapView } from './HeatmapView';
import { paintHeatmap } from './paintHeatmap';

declare module 'chart.js' {
  interface ChartTypeRegistry {
    heatmap: {
      chartOptions: Record<never, never>;
      datasetOptions: { view: HeatmapView };
      defaultDataPoint: number;
      metaExtensions: Record<never, never>;
      parsedDataType: { x: number; y: number };
      scales: 'cells';
    };
  }
}

export class HeatmapController extends DatasetController<'heatmap'> {
  static id = 'heatmap';
  static defaults = { dataElementType: 'heatmapElement' };

  /** The values are drawn as they are: nothing to parse, no elements to make. */
  override parse(): void {
    return;
  }

  override update(): void {
    return;
  }

  override draw(): void {
    const { ctx, scales } = this.chart;
    const { x, y } = scales;
    if (!x || !y) return;
    const { view } = this.getDataset() as unknown as { view: HeatmapView };
    const cellWidth = x.getPixelForValue(1) - x.getPixelForValue(0);
    const cellHeight = y.getPixelForValue(1) - y.getPixelForValue(0);
    paintHeatmap(ctx, view, {
      left: x.getPixelForValue(0),
      top: y.getPixelForValue(0),
      cellWidth,
      cellHeight,
      region: { row: y.min, col: x.min, rows: y.max - y.min, cols: x.max - x.min },
    });
  }
}
