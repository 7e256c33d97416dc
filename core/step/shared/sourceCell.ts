/** Cells of maps that repeat a part of another map, by the map's id: `x-window`, `x-slice`, `dZ-cell`. */
import { tapCell, type Axes } from '../../layer/window';
import type { CellRef } from '../Frame';

/** The cell itself; of a map that repeats a window or the cell of output (h, w), the cell there. */
export function sourceCell(
  geometry: Axes,
  { h, w }: { readonly h: number; readonly w: number },
  cell: CellRef,
): CellRef {
  const [map = cell.map, part] = cell.map.split('-');
  if (part === 'cell') return { map, row: h, col: w };
  if (part !== 'window' && part !== 'slice') return cell;
  return { map, ...tapCell(geometry, h, w, cell.row * geometry.cols.kernel + cell.col) };
}
