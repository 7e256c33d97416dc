/** The parts of chart.js that the panel uses, registered once. */
import { BarController, BarElement, CategoryScale, Chart, Element, LinearScale } from 'chart.js';
import { CellAxis } from './CellAxis';
import { HeatmapController } from './HeatmapController';

/** chart.js wants an element type for every controller; this one creates none, since cells are not objects. */
class HeatmapElement extends Element {
  static id = 'heatmapElement';
  static override defaults = {};
}

Chart.register(LinearScale, CategoryScale, BarController, BarElement, HeatmapElement, HeatmapController, CellAxis);

export { Chart };
