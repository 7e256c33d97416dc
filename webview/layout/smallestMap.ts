/** Pixels per cell of the map with the smallest cells. Pure. */
import type { RowFit, RowSize, StageFit } from './StageLayout';

export function smallestMap(row: RowSize, fit: RowFit): number {
  return Math.min(...mapCells(row, fit));
}

export function smallestMapOf(rows: readonly RowSize[], fit: StageFit): number {
  return Math.min(...rows.map((row, index) => smallestMap(row, fit.rows[index]!)));
}

/** Pixels per cell of the maps that are shown. */
export function mapCells({ items }: RowSize, { shelves, items: fits }: RowFit): number[] {
  return shelves.flat().flatMap((index) => (items[index]!.kind === 'map' ? [fits[index]!.cell] : []));
}
