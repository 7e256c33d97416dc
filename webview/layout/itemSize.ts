/** Width and height of one item of an equation. Pure. */
import { axisGutter, labelledBar, numberedCell } from './axisGutter';
import { ladderHeight, ladderWidth } from './ladderSize';
import type { ItemSize, StageMetrics } from './StageLayout';

export function itemWidth(item: ItemSize, cell: number): number {
  switch (item.kind) {
    case 'glyph':
      return item.width;
    case 'ladder':
      return ladderWidth(item, cell);
    case 'map':
      return Math.max(
        axisGutter(item.rows, cell).left + Math.max(Math.ceil(item.cols * cell) + 1, item.strip?.width ?? 0),
        item.titleWidth,
      );
  }
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
