/** The planes of all filters below the map of one: a step goes from one filter to the next, and the map with it. */
import type { PlaneStrip } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import type { ConvScene } from './ConvScene';

/** More filters have no space next to each other. */
const mostFilters = 16;

/** Products that all planes together may need, and numbers that they may have. */
const mostProducts = 2e6;
const mostNumbers = 16_384;

/** Z's filters as far as they are computed. */
export function outputStrip(scene: ConvScene, { i, c, doneAfter }: StepPosition): { readonly strip?: PlaneStrip } {
  const { planes, timeline } = scene;
  const { filters } = timeline.extents;
  const numbers = cellsOf(scene) * filters;
  if (!isShown(scene) || numbers * planes.groupChannels * planes.taps > mostProducts) return {};
  const cells = Math.floor(doneAfter / timeline.productsPerCell);
  const filled = Array.from({ length: filters }, (_, filter) => Math.max(0, Math.ceil((cells - filter) / filters)));
  return {
    strip: { selected: c, filled, values: scene.strips.get(i, () => joined(scene, (f) => planes.outputPlane(i, f))) },
  };
}

/** The incoming gradients of all filters. */
export function gradientStrip(scene: ConvScene, { i, c }: StepPosition): { readonly strip?: PlaneStrip } {
  if (!isShown(scene)) return {};
  const { planes, timeline } = scene;
  const filled = Array.from({ length: timeline.extents.filters }, () => cellsOf(scene));
  return {
    strip: { selected: c, filled, values: scene.strips.get(i, () => joined(scene, (f) => planes.gradientPlane(i, f))) },
  };
}

function isShown(scene: ConvScene): boolean {
  const { filters } = scene.timeline.extents;
  return filters > 1 && filters <= mostFilters && filters * cellsOf(scene) <= mostNumbers;
}

function cellsOf({ planes: { geometry } }: ConvScene): number {
  return geometry.rows.outSize * geometry.cols.outSize;
}

function joined(scene: ConvScene, plane: (filter: number) => Float64Array): Float64Array {
  const cells = cellsOf(scene);
  const { filters } = scene.timeline.extents;
  const values = new Float64Array(cells * filters);
  for (let filter = 0; filter < filters; filter++) values.set(plane(filter), filter * cells);
  return values;
}
