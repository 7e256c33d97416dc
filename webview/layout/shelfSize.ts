/** Widths and heights of an equation's shelves. Pure. */
import { heightBelow, itemHeight, itemWidth } from './itemSize';
import type { ItemSize, StageMetrics } from './StageLayout';
import type { Shelves } from './shelves';

/** `inner`: the width inside of the frame. */
export function isWithin(
  items: readonly ItemSize[],
  shelves: Shelves,
  cells: readonly number[],
  inner: number,
  metrics: StageMetrics,
): boolean {
  // The layout asks thousands of times: no list is made.
  for (const shelf of shelves) {
    let width = metrics.gap * (shelf.length - 1);
    for (const index of shelf) width += itemWidth(items[index]!, cells[index]!);
    if (width > inner) return false;
  }
  return true;
}

/** How unequal the widths of shelves are: 0, all equal, to 1. */
export function imbalance(
  items: readonly ItemSize[],
  shelves: Shelves,
  cells: readonly number[],
  inner: number,
  metrics: StageMetrics,
): number {
  const widths = shelfWidths(items, shelves, cells, metrics);
  return (Math.max(...widths) - Math.min(...widths)) / inner;
}

function shelfWidths(
  items: readonly ItemSize[],
  shelves: Shelves,
  cells: readonly number[],
  metrics: StageMetrics,
): number[] {
  return shelves.map((shelf) => {
    const widths = shelf.map((index) => itemWidth(items[index]!, cells[index]!));
    return widths.reduce((sum, width) => sum + width, metrics.gap * (shelf.length - 1));
  });
}

/** Items are centred, their notes below them: of maps with a note and without, the cells are side by side. */
export function shelfHeight(
  items: readonly ItemSize[],
  shelf: readonly number[],
  cells: readonly number[],
  metrics: StageMetrics,
): { readonly maps: number; readonly notes: number } {
  const sizes = shelf.map((index) => {
    const item = items[index]!;
    const height = itemHeight(item, cells[index]!, metrics);
    return { height, below: height / 2 + heightBelow(item, cells[index]!, metrics) };
  });
  const maps = Math.max(0, ...sizes.map(({ height }) => height));
  return { maps, notes: Math.ceil(Math.max(0, ...sizes.map(({ below }) => below - maps / 2))) };
}
