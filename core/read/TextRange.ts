/** A piece of a text. */

/** UTF-16 offsets into the text that was read, end exclusive. */
export type TextRange = readonly [start: number, end: number];
