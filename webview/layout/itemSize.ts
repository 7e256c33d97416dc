/** Width and height of one item of an equation. Pure. */
import { axisGutter, labelledBar, numberedCell } from './axisGutter';
import { ladderHeight, ladderWidth } from './ladderSize';
import type { ItemSize, MapSize, StageMetrics } from './StageLayout';
import { stripMargin, stripSize, type StripSize } from './stripSize';

export function itemWidth(item: ItemSize, cell: number): number {
  switch (item.kind) {
    case 'glyph':
      return item.width;
    case 'ladder':
      return ladderWidth(item, cell);
    case 'map':
      return Math.max(
        axisGutter(item.rows, cell).left + Math.max(cellsWidth(item, cell), stripOf(item, cell)?.width ?? 0),
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
  const available = Math.max(cellsWidth(item, cell), titleWidth - axisGutter(rows, cell).left);
  return stripSize({ rows, cols, count: planes }, available);
}

/** Height of the planes below a map, with the gap above them. */
export function planesHeight(item: MapSize, cell: number): number {
  const strip = stripOf(item, cell);
  return strip ? stripMargin + strip.height : 0;
}

/** Height of an item without the note below it. */
export function itemHeight(item: ItemSize, cell: number, metrics: StageMetrics): number {
  switch (item.kind) {
    case 'glyph':
      return 0;
    case 'ladder':
      return ladderHeight(item, cell);
    case 'map': {
      const numbers = cell < numberedCell ? Math.max(metrics.colorBar, labelledBar) : metrics.colorBar;
      return metrics.mapTitle + axisGutter(item.rows, cell).above + Math.ceil(item.rows * cell) + 1 + numbers;
    }
  }
}
