/** What a display of an interactive session gives. */
import type { ParsedArray } from '../../ParseResult';
import type { Problem } from './Problem';

/** `array` is absent for loose rows of numbers, which are passed over as a whole. */
export interface Display {
  readonly array?: ParsedArray;
  readonly end: number;
}

export type DisplayFailure = Problem & { readonly end: number };
