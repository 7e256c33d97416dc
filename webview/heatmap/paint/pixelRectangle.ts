import type { Box } from '../../../core/step/Frame';
import type { Region } from './HeatmapView';

/**
 * The pixel rectangle of a box of cells in the window; clipped to the map, at least one pixel wide and high. `bounds`: the map's
 * rectangle. `region`: the cells that it shows, of `scale` pixels each.
 */
export function pixelRectangle(
  box: Box,
  bounds: DOMRect,
  { region, scale }: { region: Region; scale: number },
): DOMRect {
  const clip = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  const left = clip((box.col - region.col) * scale, bounds.width);
  const top = clip((box.row - region.row) * scale, bounds.height);
  const right = clip((box.col + box.cols - region.col) * scale, bounds.width);
  const bottom = clip((box.row + box.rows - region.row) * scale, bounds.height);
  return new DOMRect(bounds.left + left, bounds.top + top, Math.max(1, right - left), Math.max(1, bottom - top));
}
