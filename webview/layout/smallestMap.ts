/** Pixels per cell of the map with the smallest cells. Pure. */
import type { RowFit, RowSize, StageFit } from './StageLayout';

export function smallestMap(row: RowSize, fit: RowFit): number {
  return Math.min(...mapCells(row, fit));
}

export function smallestMapOf(rows: readonly RowSize[], fit: StageFit): number {
  return Math.min(...rows.map((row, index) => smallestMap(row, fit.rows[index]!)));
}

/** As `smallestMapOf`, without equations whose ladder has numbers: their result gives it some of its size. */
export function smallestWithoutLadders(rows: readonly RowSize[], fit: StageFit): number {
  const isNumbered = ({ items }: RowSize, row: number): boolean =>
    items.some((item, index) => item.kind === 'ladder' && fit.rows[row]!.items[index]!.cell >= item.numberCell);
  const cells = rows.flatMap((row, index) => (isNumbered(row, index) ? [] : [smallestMap(row, fit.rows[index]!)]));
  return cells.length > 0 ? Math.min(...cells) : smallestMapOf(rows, fit);
}

/** Pixels per cell of the maps that are shown. */
export function mapCells({ items }: RowSize, { shelves, items: fits }: RowFit): number[] {
  return shelves.flat().flatMap((index) => (items[index]!.kind === 'map' ? [fits[index]!.cell] : []));
}
