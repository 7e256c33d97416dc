/** Pixels per cell of an equation's map with the smallest cells. Pure. */
import type { RowFit, RowSize } from './StageLayout';

export function smallestMap({ items }: RowSize, { shelves, items: fits }: RowFit): number {
  return Math.min(...shelves.flat().flatMap((index) => (items[index]!.kind === 'map' ? [fits[index]!.cell] : [])));
}
