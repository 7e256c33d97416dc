/** Sizes of the planes of an array, side by side below the map of one of them. Pure. */
import type { MapView, PlaneStrip } from '../../core/step/Frame';

/** CSS pixels: of all planes together, of a plane, and of a cell at most. */
const mostWidth = 160;
const mostHeight = 24;
const mostCell = 4;

/** Between the frames of two planes. */
const gap = 3;

/** Above the planes, the same as in map.css. */
const margin = 4;

export interface StripSize {
  readonly count: number;
  /** Of one plane, in whole pixels without its frame of one pixel. */
  readonly planeWidth: number;
  readonly planeHeight: number;
  /** From one plane to the next. */
  readonly pitch: number;
  readonly width: number;
  readonly height: number;
}

export function stripSize({ rows, cols }: Pick<MapView, 'rows' | 'cols'>, { filled }: PlaneStrip): StripSize {
  const count = filled.length;
  const cell = Math.min(mostCell, mostHeight / rows, ((mostWidth + gap) / count - 2 - gap) / cols);
  const side = (cells: number): number => Math.max(1, Math.floor(cells * (cell >= 1 ? Math.floor(cell) : cell)));
  const [planeWidth, planeHeight] = [side(cols), side(rows)];
  const pitch = planeWidth + 2 + gap;
  return { count, planeWidth, planeHeight, pitch, width: pitch * count - gap, height: planeHeight + 2 + margin };
}
