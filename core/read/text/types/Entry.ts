/** Entries of a bracketed list other than numbers and lists. */
import type { NdArray } from '../../../array/NdArray';
import type { Dialect } from './Dialect';
import type { Problem } from './Problem';

export interface Entry {
  readonly array: NdArray;
  readonly ranges?: Uint32Array;
  readonly range: readonly [start: number, end: number];
}

/** Reads an entry of a list other than a number or a list: `array([1., 2.])`. Undefined for anything else. */
export type EntryReader = (
  text: string,
  at: number,
  dialect: Dialect,
) => Entry | (Problem & { end: number }) | undefined;
