/** Whether the windows of large maps have numbers. Pure. */
import {
  fewCells,
  readableCell,
  windowCell,
  type ItemSize,
  type RowFit,
  type RowSize,
  type StageFit,
} from './StageLayout';

export function hasReadableWindows(rows: readonly RowSize[], fit: Pick<StageFit, 'rows'>): boolean {
  return rows.every(({ items }, row) =>
    items.every((item, index) => {
      const isShown = item.kind === 'map' && item.magnifies !== undefined && isShownIn(fit.rows[row]!, index);
      return !isShown || fit.rows[row]!.items[index]!.cell >= readableCell;
    }),
  );
}

/** Whether all maps that are not large have numbers, or a magnified window. */
export function hasReadableMaps(rows: readonly RowSize[], fit: Pick<StageFit, 'rows'>): boolean {
  return rows.every(({ items, even }, index) =>
    items.every((item, at) => {
      const row = fit.rows[index]!;
      if (even || item.kind !== 'map' || Math.max(item.rows, item.cols) > fewCells || !isShownIn(row, at)) return true;
      return row.items[at]!.cell >= readableCell || isMagnifiedIn(items, row, item.id);
    }),
  );
}

/** Whether values before → after a step have cells for a sign, a digit and two decimals. */
export function hasReadableChanges(rows: readonly RowSize[], fit: Pick<StageFit, 'rows'>): boolean {
  return rows.every((row, index) => smallestChange(row, fit.rows[index]!) >= windowCell);
}

/** Pixels per cell of the smallest map with values before → after a step that is not magnified; Infinity without one. */
export function smallestChange({ items }: RowSize, fit: RowFit): number {
  const cells = items.map((item, index) => {
    const isChanging = item.kind === 'map' && item.hasChanges === true && !isMagnifiedIn(items, fit, item.id);
    return isChanging && isShownIn(fit, index) ? fit.items[index]!.cell : Infinity;
  });
  return Math.min(...cells);
}

function isMagnifiedIn(items: readonly ItemSize[], fit: RowFit, id: string): boolean {
  return items.some((each, at) => each.kind === 'map' && each.magnifies === id && isShownIn(fit, at));
}

export function isShownIn({ shelves }: RowFit, item: number): boolean {
  return shelves.some((shelf) => shelf.includes(item));
}
