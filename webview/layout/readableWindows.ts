/** Whether the windows of large maps have numbers. Pure. */
import { readableCell, type RowFit, type RowSize, type StageFit } from './StageLayout';

export function hasReadableWindows(rows: readonly RowSize[], fit: Pick<StageFit, 'rows'>): boolean {
  return rows.every(({ items }, row) =>
    items.every((item, index) => {
      const isShown = item.kind === 'map' && item.magnifies !== undefined && isShownIn(fit.rows[row]!, index);
      return !isShown || fit.rows[row]!.items[index]!.cell >= readableCell;
    }),
  );
}

export function isShownIn({ shelves }: RowFit, item: number): boolean {
  return shelves.some((shelf) => shelf.includes(item));
}
