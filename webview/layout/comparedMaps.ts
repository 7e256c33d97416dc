/** Two maps that are compared cell by cell, one below the other as one item of their equation. Pure. */
import { onceFor } from './onceFor';
import type { ColumnSize, ItemSize, MapSize, RowFit, RowSize } from './StageLayout';

/** The equation with such maps in one item; undefined where it has none. The same instance for the same items. */
export function inColumn(row: RowSize): RowSize | undefined {
  const items = columns(row.items, '', () => itemsInColumn(row.items));
  return items && { ...row, items };
}

const columns = onceFor<readonly ItemSize[] | undefined>();

function itemsInColumn(items: readonly ItemSize[]): readonly ItemSize[] | undefined {
  const at = lowerOf(items);
  const [upper, lower] = [items[at - 1], items[at]];
  if (upper?.kind !== 'map' || lower?.kind !== 'map') return undefined;
  const column: ColumnSize = { kind: 'column', upper, lower };
  return [...items.slice(0, at - 1), column, ...items.slice(at + 1)];
}

/** The number of the map that is compared with the one before it, or −1. */
function lowerOf(items: readonly ItemSize[]): number {
  return items.findIndex((item, index) => {
    const before = items[index - 1];
    return item.kind === 'map' && before?.kind === 'map' && item.comparedWith === before.id;
  });
}

/** Whether a fit has the two maps on different lines. */
export function areApart({ items }: RowSize, { shelves }: RowFit): boolean {
  const at = lowerOf(items);
  return shelves.some((shelf) => shelf.includes(at) && !shelf.includes(at - 1));
}

/** The fit of `inColumn` for the items as they were; `gap`: between the two maps. */
export function outOfColumn({ items }: RowSize, fit: RowFit, gap: number): RowFit {
  const at = lowerOf(items);
  const placeOf = (place: number): readonly number[] =>
    place === at - 1 ? [place, at] : [place < at ? place : place + 1];
  return {
    ...fit,
    shelves: fit.shelves.map((shelf) => shelf.flatMap(placeOf)),
    items: fit.items.flatMap((item, place) => (place === at - 1 ? [item, item] : [item])),
    column: { lower: at, gap },
  };
}

/** The map of an item whose extents are those of its cells; undefined for signs and ladders. */
export function mapOf(item: ItemSize): MapSize | undefined {
  if (item.kind === 'column') return item.upper;
  return item.kind === 'map' ? item : undefined;
}
