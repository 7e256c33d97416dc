/** Calls of a function with the arrays and options of several cases, and what they returned. */
import type { Adapter } from './adapt/Adapter';
import type { LayerCase, NamedArray } from './cases/LayerCase';
import type { Outcome } from './compare/runCase';
import type { Runner } from './run/Runner';

export interface Case {
  readonly layerCase: LayerCase;
  readonly expected: readonly NamedArray[];
  readonly own: boolean;
  /** A call of the text. */
  readonly isCall?: true;
}

export interface Run {
  readonly adapter: Adapter;
  readonly runner: Runner;
  readonly cases: readonly Case[];
  readonly outcomes: readonly Outcome[];
  /** Its own case has a square input: it agrees on no others. */
  readonly isForSquares?: true;
  /** Its sizes are written in its text: all cases have those of its call. */
  readonly isOfOwnSizes?: true;
  /** The class makes weights whose axes are those of no layout. */
  readonly isAnyShape?: true;
  /** Of a special layer: the same calls under other conventions, the nearest first. */
  readonly alternatives?: readonly Run[];
}
