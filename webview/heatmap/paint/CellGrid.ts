/** Place of a map's cells on its canvas. */
import type { HeatmapView, Region } from './HeatmapView';

/** In CSS pixels: `left` and `top` are those of cell (0, 0), which need not be visible. */
export interface CellGrid {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly region: Region;
}

/** The cells that are at least partly visible. */
export function visibleCells({ map }: Pick<HeatmapView, 'map'>, { region }: Pick<CellGrid, 'region'>): Region {
  const row = Math.max(0, Math.floor(region.row));
  const col = Math.max(0, Math.floor(region.col));
  return {
    row,
    col,
    rows: Math.min(map.rows, Math.ceil(region.row + region.rows)) - row,
    cols: Math.min(map.cols, Math.ceil(region.col + region.cols)) - col,
  };
}
