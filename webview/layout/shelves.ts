/** Ways to break an equation into shelves: before a sign, between two maps without one, or after any item. Pure. */
import type { ItemSize } from './StageLayout';

export type Shelves = readonly (readonly number[])[];

export interface Plan {
  readonly shelves: Shelves;
  /** Pixels per cell, by item number. */
  readonly cells: readonly number[];
}

/**
 * One shelf, then every break into two and into three, then all breaks at once. Items that are not shown are left out.
 * `afterSigns`: a line may also end with a sign.
 */
export function* shelvesOf(
  items: readonly ItemSize[],
  shown: readonly boolean[],
  afterSigns = false,
): Generator<Shelves> {
  const indices = items.map((_, index) => index).filter((index) => shown[index]);
  const breaks = indices
    .map((_, position) => position)
    .filter((position) => position > 0 && (afterSigns || items[indices[position - 1]!]!.kind !== 'glyph'));
  yield [indices];
  for (const at of breaks) yield [indices.slice(0, at), indices.slice(at)];
  for (const first of breaks) {
    for (const second of breaks) {
      if (second > first) yield [indices.slice(0, first), indices.slice(first, second), indices.slice(second)];
    }
  }
  if (breaks.length > 2) yield [0, ...breaks].map((first, index) => indices.slice(first, breaks[index]));
}
