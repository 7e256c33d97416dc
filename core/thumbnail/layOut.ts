/** The layout of the planes of a thumbnail: a grid of equal cells in a square box. */

export interface PlaneGrid {
  /** Pixels of one plane. */
  readonly width: number;
  readonly height: number;
  /** Planes in a row. */
  readonly across: number;
  readonly down: number;
  /** Pixels between planes. */
  readonly gap: number;
  /** Pixels of one cell, where cells are magnified by a whole number; otherwise planes are thinned out. */
  readonly zoom: number | undefined;
}

const largestZoom = 24;
const gap = 4;

/** The arrangement of `count` planes of rows × cols cells that shows them largest within `side` × `side` pixels. */
export function layOut(count: number, rows: number, cols: number, side: number): PlaneGrid {
  let best: PlaneGrid | undefined;
  for (let across = 1; across <= count; across++) {
    const grid = arrange(across, Math.ceil(count / across), rows, cols, side);
    if (!best || grid.width * grid.height > best.width * best.height) best = grid;
  }
  return best!;
}

function arrange(across: number, down: number, rows: number, cols: number, side: number): PlaneGrid {
  const space = Math.min((side - gap * (across - 1)) / (across * cols), (side - gap * (down - 1)) / (down * rows));
  const zoom = space >= 1 ? Math.min(largestZoom, Math.floor(space)) : undefined;
  const pixels = (cells: number) => Math.max(1, Math.floor(cells * (zoom ?? Math.max(space, 0))));
  return { width: pixels(cols), height: pixels(rows), across, down, gap, zoom };
}
