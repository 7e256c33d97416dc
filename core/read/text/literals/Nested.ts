/** What a bracketed literal gives: its numbers with their places, or why it cannot be read. */
import type { NdArray } from '../../../array/NdArray';
import type { Dialect } from '../languages/Dialect';
import type { Problem } from '../scan/Problem';

export interface Nested {
  readonly array: NdArray;
  /** Two entries an element, in C order. */
  readonly ranges: Uint32Array;
  /** Behind the closing bracket. */
  readonly end: number;
  /** `bool` and `int` where every element is one. */
  readonly kind: 'float' | 'int' | 'bool';
}

export interface NestedFailure {
  readonly problem: Problem;
  /** Where reading may go on. */
  readonly end: number;
}

/** An entry of a list other than a number or a list: `array([1., 2.])`. Undefined for anything else. */
export type EntryReader = (
  text: string,
  at: number,
  dialect: Dialect,
) => Entry | (Problem & { end: number }) | undefined;

export interface Entry {
  readonly array: NdArray;
  readonly ranges?: Uint32Array;
  readonly range: readonly [start: number, end: number];
}
