/** A function that differs from its layer, and the edits that may repair it. */
import type { Adapter } from '../adapt/Adapter';
import type { LayerCase, NamedArray } from '../cases/LayerCase';
import type { Outcome } from '../compare/runCase';
import type { OpenRunner } from '../run/Runner';
import type { Candidate } from './Candidate';

export interface RepairProblem {
  /** Definitions without the driver. */
  readonly source: string;
  readonly adapter: Adapter;
  readonly cases: readonly {
    readonly layerCase: LayerCase;
    readonly expected: readonly NamedArray[];
    /** A call of the text. */
    readonly own?: boolean;
  }[];
  /** Outcomes of the unchanged function, one for each case. */
  readonly outcomes: readonly Outcome[];
  readonly candidates: readonly Candidate[];
  /** Repairs of what the function uses, without which no other one is tried. */
  readonly inherited?: Candidate;
  readonly open: OpenRunner;
  readonly now: () => number;
}
