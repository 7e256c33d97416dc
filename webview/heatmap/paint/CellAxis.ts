/** A linear scale of chart.js with limits and without ticks: the numbers of a map's rows and columns are elements. */
import { LinearScale, type LinearScaleOptions } from 'chart.js';

declare module 'chart.js' {
  interface CartesianScaleTypeRegistry {
    cells: { options: LinearScaleOptions };
  }
}

export class CellAxis extends LinearScale {
  static override id = 'cells';

  override buildTicks(): [] {
    return [];
  }
}
