/** An array through a colour map: small arrays magnified by whole cells, large ones thinned out, nothing smoothed. */
import type { NdArray } from '../array/NdArray';
import { colorIndex, type ColorMap } from '../color/ColorMap';
import { colorMapFor } from '../color/colorMaps';
import type { Scale } from '../step/Frame';
import { layOut, type PlaneGrid } from './layOut';
import { planesOf, type Plane } from './planesOf';
import { blankPixel, firstNumberPixel, markPixel, numberColors, type Rgba, type Thumbnail } from './Thumbnail';

export interface ThumbnailOptions {
  /** A colour map's id, as the setting names it. */
  readonly colorMap: string;
  readonly dark: boolean;
  /** The longest width and height, in pixels. */
  readonly side: number;
}

const mostPlanes = 8;
/** Cell size from which on a NaN is crossed out; smaller cells are filled. */
const smallestCross = 5;

/** undefined for an array without numbers. */
export function drawThumbnail(array: NdArray, { colorMap, dark, side }: ThumbnailOptions): Thumbnail | undefined {
  const { planes, scale } = planesOf(array, mostPlanes);
  const [first] = planes;
  if (!first) return undefined;
  const grid = layOut(planes.length, first.rows, first.cols, side);
  const across = Math.min(grid.across, planes.length);
  const width = across * (grid.width + grid.gap) - grid.gap;
  const height = grid.down * (grid.height + grid.gap) - grid.gap;
  const pixels = new Uint8Array(width * height).fill(blankPixel);
  planes.forEach((plane, index) => {
    const left = (index % grid.across) * (grid.width + grid.gap);
    const top = Math.floor(index / grid.across) * (grid.height + grid.gap);
    paintPlane(pixels, width, left, top, plane, grid, scale);
  });
  return { width, height, pixels, palette: paletteOf(colorMapFor(colorMap, scale.kind, dark), dark) };
}

function paintPlane(
  pixels: Uint8Array,
  stride: number,
  left: number,
  top: number,
  { rows, cols, values }: Plane,
  { width, height, zoom }: PlaneGrid,
  scale: Scale,
): void {
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height);
    for (let x = 0; x < width; x++) {
      const col = Math.floor((x * cols) / width);
      const value = values[row * cols + col]!;
      const at = (top + y) * stride + left + x;
      if (Number.isFinite(value)) pixels[at] = numberPixel(value, scale);
      else if (isMarked(x, y, zoom)) pixels[at] = markPixel;
    }
  }
}

function numberPixel(value: number, scale: Scale): number {
  return firstNumberPixel + Math.round((colorIndex(value, scale) * (numberColors - 1)) / 255);
}

/** Whether a pixel is on one of the two diagonals of a magnified cell. */
function isMarked(x: number, y: number, zoom: number | undefined): boolean {
  if (zoom === undefined || zoom < smallestCross) return true;
  const inX = x % zoom;
  const inY = y % zoom;
  return inX === inY || inX === zoom - 1 - inY;
}

function paletteOf({ colors }: ColorMap, dark: boolean): Rgba[] {
  const palette = Array.from({ length: numberColors }, (_, index): Rgba => {
    const at = Math.round((index * 255) / (numberColors - 1)) * 3;
    return [colors[at]!, colors[at + 1]!, colors[at + 2]!, 255];
  });
  const mark = dark ? 0xd0 : 0x60;
  return [[0, 0, 0, 0], ...palette, [mark, mark, mark, 255]];
}
