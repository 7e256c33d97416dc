/** Whether the windows of large maps have numbers. Pure. */
import { readableCell, windowCell, type RowFit, type RowSize, type StageFit } from './StageLayout';

export function hasReadableWindows(rows: readonly RowSize[], fit: Pick<StageFit, 'rows'>): boolean {
  return rows.every(({ items }, row) =>
    items.every((item, index) => {
      const isShown = item.kind === 'map' && item.magnifies !== undefined && isShownIn(fit.rows[row]!, index);
      return !isShown || fit.rows[row]!.items[index]!.cell >= readableCell;
    }),
  );
}

/** Whether values before → after a step have cells for a sign, a digit and two decimals. */
export function hasReadableChanges(rows: readonly RowSize[], fit: Pick<StageFit, 'rows'>): boolean {
  return rows.every((row, index) => smallestChange(row, fit.rows[index]!) >= windowCell);
}

/** Pixels per cell of the smallest map with values before → after a step that no other map magnifies; Infinity without one. */
export function smallestChange({ items }: RowSize, fit: RowFit): number {
  const cells = items.map((item, index) => {
    const isMagnified = (id: string): boolean => items.some((each) => each.kind === 'map' && each.magnifies === id);
    const isChanging = item.kind === 'map' && item.hasChanges === true && !isMagnified(item.id);
    return isChanging && isShownIn(fit, index) ? fit.items[index]!.cell : Infinity;
  });
  return Math.min(...cells);
}

export function isShownIn({ shelves }: RowFit, item: number): boolean {
  return shelves.some((shelf) => shelf.includes(item));
}
