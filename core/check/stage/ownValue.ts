/** The user's value at a step, and the layer's where it differs. */
import type { Frame } from '../../step/Frame';
import { isWithinTolerance } from '../compare/compareArrays';
import { at, type Comparison } from './Comparison';

/** The user's value of the step's cell; undefined where it is not known and where a step gives more than a cell. */
export function ownValue({ loop, main }: Comparison, { position }: Frame): number | undefined {
  if (loop.gives !== 'cell' || !main?.actual) return undefined;
  const { i, h, w, c } = position;
  const value = at(main.actual, [i, h, w, c]);
  return main.known && Number.isNaN(value) ? undefined : value;
}

/** The layer's value of the step's cell where the user's differs. */
export function layerValue(comparison: Comparison, frame: Frame): number | undefined {
  const own = ownValue(comparison, frame);
  const { i, h, w, c } = frame.position;
  const layer = own === undefined ? undefined : at(comparison.main!.expected, [i, h, w, c]);
  return layer === undefined || isWithinTolerance(own!, layer, comparison.tolerance) ? undefined : layer;
}
