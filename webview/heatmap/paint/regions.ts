/** The arithmetic of zooming: regions of a map in fractional cells. Rows and columns keep their ratio. */
import type { Region } from './HeatmapView';

export interface Place {
  readonly row: number;
  readonly col: number;
}

/** `factor` > 1 zooms in. `centre` keeps its place on the screen. `smallest`: the smallest region as a share of the map, 0 … 1. */
export function zoomRegion(region: Region, factor: number, centre: Place, whole: Region, smallest: number): Region {
  const part = Math.min(1, Math.max(smallest, region.cols / whole.cols / factor));
  const rows = whole.rows * part;
  const cols = whole.cols * part;
  const zoomed = {
    row: centre.row - ((centre.row - region.row) / region.rows) * rows,
    col: centre.col - ((centre.col - region.col) / region.cols) * cols,
    rows,
    cols,
  };
  return clampRegion(zoomed, whole);
}

/** Moves a region that extends over an edge back into the map. */
export function clampRegion(region: Region, whole: Region): Region {
  const clamp = (start: number, length: number, from: number, all: number): number =>
    Math.max(from, Math.min(from + all - length, start));
  return {
    ...region,
    row: clamp(region.row, region.rows, whole.row, whole.rows),
    col: clamp(region.col, region.cols, whole.col, whole.cols),
  };
}

/**
 * The region, moved by the least distance after which it contains `box` and, where it is large enough, one cell around it; one
 * that is smaller than the box is inside of it. A second call moves nothing.
 */
export function regionAround(region: Region, box: Region, whole: Region): Region {
  const shift = (start: number, length: number, from: number, count: number): number => {
    const around = Math.max(0, Math.min(1, (length - count) / 2));
    const [first, last] = [from - around, from + count + around - length];
    return Math.max(Math.min(first, last), Math.min(Math.max(first, last), start));
  };
  const moved = {
    ...region,
    row: shift(region.row, region.rows, box.row, box.rows),
    col: shift(region.col, region.cols, box.col, box.cols),
  };
  return clampRegion(moved, whole);
}
