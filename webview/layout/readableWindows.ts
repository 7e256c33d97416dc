/** Whether the windows of large maps have numbers. Pure. */
import { readableCell, windowCell, type ItemSize, type RowFit, type RowSize, type StageFit } from './StageLayout';

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
  return rows.every(({ items }, row) =>
    items.every((item, index) => {
      const isChanging = item.kind === 'map' && item.hasChanges === true && !magnified(items, item.id);
      return !isChanging || fit.rows[row]!.items[index]!.cell >= windowCell;
    }),
  );
}

function magnified(items: readonly ItemSize[], id: string): boolean {
  return items.some((item) => item.kind === 'map' && item.magnifies === id);
}

export function isShownIn({ shelves }: RowFit, item: number): boolean {
  return shelves.some((shelf) => shelf.includes(item));
}
