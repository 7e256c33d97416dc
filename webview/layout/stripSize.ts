/** Sizes of the planes of an array, side by side below the map of one of them and as wide as it at most. Pure. */

/** Extent of a map, and how many planes its array has. */
export interface StripExtent {
  readonly rows: number;
  readonly cols: number;
  readonly count: number;
}

/** CSS pixels: of all planes together at most and below the narrowest map, of the planes of a column, and of a cell at most. */
const mostWidth = 160;
const leastWidth = 64;
const mostHeight = 24;
const mostCell = 4;

/** Below a narrow map whose planes would have smaller cells, they have two lines. */
const leastCell = 2;

/** Between the frames of two planes. */
const gap = 3;

/** Above the planes, the same as in map.css. */
export const stripMargin = 4;

export interface StripSize {
  readonly count: number;
  readonly perLine: number;
  /** Of one plane, in whole pixels without its frame of one pixel. */
  readonly planeWidth: number;
  readonly planeHeight: number;
  /** From one plane to the next, and from one line to the next. */
  readonly pitch: number;
  readonly linePitch: number;
  readonly width: number;
  readonly height: number;
}

/** `available`: pixels of the map, or of its title where that is wider. */
export function stripSize({ rows, cols, count }: StripExtent, available: number): StripSize {
  const most = Math.max(leastWidth, Math.min(mostWidth, available));
  const cellIn = (lines: number): number =>
    Math.min(mostCell, mostHeight / lines / rows, ((most + gap) / Math.ceil(count / lines) - 2 - gap) / cols);
  const isTooWide = count * (1 + 2 + gap) - gap > most;
  const lines = most < mostWidth && (isTooWide || cellIn(1) < Math.min(leastCell, cellIn(2))) ? 2 : 1;
  const cell = cellIn(lines);
  const side = (cells: number): number => Math.max(1, Math.floor(cells * (cell >= 1 ? Math.floor(cell) : cell)));
  const [planeWidth, planeHeight] = [side(cols), side(rows)];
  const [pitch, linePitch] = [planeWidth + 2 + gap, planeHeight + 2 + gap];
  const perLine = Math.ceil(count / lines);
  return {
    count,
    perLine,
    planeWidth,
    planeHeight,
    pitch,
    linePitch,
    width: pitch * perLine - gap,
    height: linePitch * Math.ceil(count / perLine) - gap,
  };
}
