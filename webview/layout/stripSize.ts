/** Sizes of the planes of an array, side by side below the map of one of them and as wide as it at most. Pure. */

/** Extent of a map, and how many planes its array has. */
export interface StripExtent {
  readonly rows: number;
  readonly cols: number;
  readonly count: number;
}

/** CSS pixels: of all planes together, below the narrowest map and at most. */
const leastWidth = 64;
const mostWidth = 320;

/** Below a map of this width, planes are large enough to be compared. */
const wideMap = 130;

/** Below a narrower map whose planes would have smaller cells, they have two lines; below a wide one, where cells are larger by half. */
const leastCell = 2;
const linesGain = 1.5;

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
  const isWide = available >= wideMap;
  const most = Math.max(leastWidth, Math.min(mostWidth, available));
  const [mostHeight, mostCell] = isWide ? [Math.min(56, available / 3), 8] : [24, 4];
  const cellIn = (lines: number): number =>
    Math.min(mostCell, mostHeight / lines / rows, ((most + gap) / Math.ceil(count / lines) - 2 - gap) / cols);
  const isTooWide = count * (1 + 2 + gap) - gap > most;
  const hasLargerCells = cellIn(1) < (isWide ? cellIn(2) / linesGain : Math.min(leastCell, cellIn(2)));
  const lines = isTooWide || hasLargerCells ? 2 : 1;
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
