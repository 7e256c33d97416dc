/** Pixels per cell of small maps of equal extents in a box. Pure. */

const largestCell = 110;

/** Maps that are smaller by this factor are shown where all of them are then in one line. */
const slightlySmaller = 0.75;

export interface Extent {
  readonly rows: number;
  readonly cols: number;
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
  const inOneLine = (box.width + gap) / count - gap;
  if (count > columns && inOneLine >= Math.max(leastWidth, cols * smallest * slightlySmaller)) {
    return { columns: count, cell: inOneLine / Math.max(1, cols) };
  }
  return { columns: Math.min(count, columns), cell: Math.min(smallest, box.width / Math.max(1, cols)) };
}
