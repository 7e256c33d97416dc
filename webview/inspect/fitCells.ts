/** Pixels per cell of the inspector's map. Pure. */

const largestCell = 110;

/** Cells of long, narrow maps: readable, even where the map must be scrolled then. */
const scrolledCell = 40;

/** Maps longer than this many times their width are scrolled. */
const long = 8;

/** Smaller cells have no numbers. */
const readable = 21;

/** The longest canvas in CSS pixels: browsers limit it. */
const longestCanvas = 14_000;

export interface Extent {
  readonly rows: number;
  readonly cols: number;
}

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

export interface PlaneMetrics {
  readonly gap: number;
  /** Height of a map's label. */
  readonly label: number;
  /** Pixels of the longer side of the smallest map. */
  readonly least: number;
  /** Width that a label needs. */
  readonly leastWidth: number;
}

/** Columns and pixels per cell of `count` small maps in a box, the largest at which all are in it, but never below `least` pixels per side. */
export function fitPlanes(
  { rows, cols }: Extent,
  count: number,
  box: { readonly width: number; readonly height: number },
  { gap, label, least, leastWidth }: PlaneMetrics,
): { readonly columns: number; readonly cell: number } {
  const smallest = least / Math.max(rows, cols, 1);
  let best = { columns: 1, cell: 0 };
  for (let columns = 1; columns <= count; columns++) {
    if (columns * (leastWidth + gap) - gap > box.width && columns > 1) break;
    const lines = Math.ceil(count / columns);
    const width = (box.width - gap * (columns - 1)) / columns / Math.max(1, cols);
    const height = (box.height - (gap + label) * lines) / lines / Math.max(1, rows);
    const cell = Math.min(largestCell, width, height);
    if (cell > best.cell) best = { columns, cell };
  }
  if (best.cell >= smallest) return { ...best, cell: best.cell >= 4 ? Math.floor(best.cell) : best.cell };
  const columns = Math.max(1, Math.floor((box.width + gap) / (Math.max(leastWidth, cols * smallest) + gap)));
  return { columns: Math.min(count, columns), cell: Math.min(smallest, box.width / Math.max(1, cols)) };
}
