/** Width and height of one item of an equation. Pure. */
import { axisGutter, labelledBar } from './axisGutter';
import { ladderHeight, ladderWidth } from './ladderSize';
import { readableCell, type ColumnSize, type ItemSize, type MapSize, type StageMetrics } from './StageLayout';
import { stripMargin, stripSize, type StripSize } from './stripSize';

export function itemWidth(item: ItemSize, cell: number): number {
  switch (item.kind) {
    case 'glyph':
      return item.width;
    case 'ladder':
      return ladderWidth(item, cell);
    case 'column':
      return Math.max(itemWidth(item.upper, cell), itemWidth(item.lower, cell));
    case 'map':
      return Math.max(
        axisGutter(item, cell, item.magnifies).left + Math.max(cellsWidth(item, cell), stripOf(item, cell)?.width ?? 0),
        item.titleWidth,
      );
  }
}

function cellsWidth({ cols }: MapSize, cell: number): number {
  return Math.ceil(cols * cell) + 1;
}

/** The planes below a map. */
function stripOf(item: MapSize, cell: number): StripSize | undefined {
  const { rows, cols, planes, titleWidth } = item;
  if (planes === undefined) return undefined;
  const available = Math.max(cellsWidth(item, cell), titleWidth - axisGutter(item, cell).left);
  return stripSize({ rows, cols, count: planes }, available);
}

/** Height of what is below a map's cells: its note, and its planes with the gap above them. */
function heightBelowMap(item: MapSize, cell: number, { note }: StageMetrics): number {
  const strip = stripOf(item, cell);
  return (item.hasNote ? note : 0) + (strip ? stripMargin + strip.height : 0);
}

/** Height of what is below an item and not part of its height. */
export function heightBelow(item: ItemSize, cell: number, metrics: StageMetrics): number {
  if (item.kind === 'column') return heightBelowMap(item.lower, cell, metrics);
  return item.kind === 'map' ? heightBelowMap(item, cell, metrics) : 0;
}

/** From the cells of a column's upper map, with their colour bar, to the title of the lower one. */
export function columnGap({ upper }: ColumnSize, cell: number, metrics: StageMetrics): number {
  return heightBelowMap(upper, cell, metrics) + metrics.shelfGap / 2;
}

/** Height of an item without the note below it. */
export function itemHeight(item: ItemSize, cell: number, metrics: StageMetrics): number {
  switch (item.kind) {
    case 'glyph':
      return 0;
    case 'ladder':
      return ladderHeight(item, cell);
    case 'column': {
      const { upper, lower } = item;
      return itemHeight(upper, cell, metrics) + columnGap(item, cell, metrics) + itemHeight(lower, cell, metrics);
    }
    case 'map': {
      const numbers = cell < readableCell ? Math.max(metrics.colorBar, labelledBar) : metrics.colorBar;
      return metrics.mapTitle + axisGutter(item, cell).above + Math.ceil(item.rows * cell) + 1 + numbers;
    }
  }
}
