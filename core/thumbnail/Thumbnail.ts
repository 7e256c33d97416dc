/** A small picture of an array: pixels that name colours of a palette, ready to be written as an indexed PNG. */

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  /** Row by row, an index into `palette` each. */
  readonly pixels: Uint8Array;
  /** 256 colours: nothing, then those of numbers, then the mark. */
  readonly palette: readonly Rgba[];
}

/** Between planes, and behind the mark of a cell: transparent. A PNG lists its transparent colours first. */
export const blankPixel = 0;
/** Numbers have as many colours from here on. */
export const firstNumberPixel = 1;
export const numberColors = 254;
/** NaN and infinities, which have no colour among numbers. */
export const markPixel = 255;
