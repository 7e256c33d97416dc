/** Pixels per cell of the inspector's map. Pure. */
import type { Extent } from '../layout/fitPlanes';

const largestCell = 110;

/** Cells of long, narrow maps: readable, even where the map must be scrolled then. */
const scrolledCell = 40;

/** Maps longer than this many times their width are scrolled. */
const long = 8;

/** Smaller cells have no numbers. */
const readable = 21;

/** The longest canvas in CSS pixels: browsers limit it. */
const longestCanvas = 14_000;

/** The largest cells at which all of the map is in a box of pixels, in whole pixels where that is possible. */
export function fitCells({ rows, cols }: Extent, width: number, height: number): number {
  if (rows === 0 || cols === 0) return largestCell;
  const fitting = Math.min(largestCell, width / cols, height / rows);
  if (fitting < readable && Math.max(rows, cols) > long * Math.min(rows, cols)) {
    const across = Math.min(scrolledCell, rows > cols ? width / cols : height / rows);
    return Math.max(fitting, Math.min(across, longestCanvas / Math.max(rows, cols)));
  }
  return fitting >= 4 ? Math.floor(fitting) : fitting;
}
