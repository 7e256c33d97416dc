/** A small picture of an array: pixels that name colours of a palette, ready to be written as an indexed PNG. */

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  /** Row by row, an index into `palette` each. */
  readonly pixels: Uint8Array;
  /** 256 colours: transparent, those of numbers, that of the mark. */
  readonly palette: readonly Rgba[];
}

/** Between planes, and behind the mark of a cell: transparent. A PNG lists its transparent colours first. */
export const blankPixel = 0;
/** The first colour of numbers; `numberColors` follow each other. */
export const firstNumberPixel = 1;
export const numberColors = 254;
/** NaN and infinities, which have no colour among numbers. */
export const markPixel = 255;
