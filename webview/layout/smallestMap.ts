/** Pixels per cell of the map with the smallest cells. Pure. */
import type { RowFit, RowSize, StageFit } from './StageLayout';

export function smallestMap({ items }: RowSize, { shelves, items: fits }: RowFit): number {
  return Math.min(...shelves.flat().flatMap((index) => (items[index]!.kind === 'map' ? [fits[index]!.cell] : [])));
}

export function smallestMapOf(rows: readonly RowSize[], fit: StageFit): number {
  return Math.min(...rows.map((row, index) => smallestMap(row, fit.rows[index]!)));
}
