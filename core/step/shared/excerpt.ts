/** The part of a long matrix axis that is shown: all of it, or as much as is readable around the step's row or column. */

export interface Excerpt {
  readonly start: number;
  readonly count: number;
  readonly size: number;
}

/** Cells along one axis of a matrix map. */
const mostCells = 48;

/** Moves in whole pages, so that the map does not move while the step is inside a page; at most `most` cells. */
export function excerptAround(index: number, size: number, most = mostCells): Excerpt {
  if (size <= most) return { start: 0, count: size, size };
  const start = Math.min(Math.floor(index / most) * most, size - most);
  return { start, count: most, size };
}
