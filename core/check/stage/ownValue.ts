/** The user's value at a step. */
import type { Frame } from '../../step/Frame';
import { at, type Comparison } from './Comparison';

/** The user's value of the step's cell; undefined where it is not known and where a step gives more than a cell. */
export function ownValue({ loop, main }: Comparison, { position }: Frame): number | undefined {
  if (loop.gives !== 'cell' || !main?.actual) return undefined;
  const { i, h, w, c } = position;
  const value = at(main.actual, [i, h, w, c]);
  return main.known && Number.isNaN(value) ? undefined : value;
}
