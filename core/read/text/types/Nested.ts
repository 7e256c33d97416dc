/** What a bracketed literal gives: its numbers with their places, or why it cannot be read. */
import type { NdArray } from '../../../array/NdArray';
import type { Problem } from './Problem';

export interface Nested {
  readonly array: NdArray;
  /** Start and end of each element, in C order. */
  readonly ranges: Uint32Array;
  /** Position after the closing bracket. */
  readonly end: number;
  /** `bool` and `int` where every element is one. */
  readonly kind: 'float' | 'int' | 'bool';
}

export interface NestedFailure {
  readonly problem: Problem;
  /** Where reading may continue. */
  readonly end: number;
}
