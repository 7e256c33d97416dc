/** A question on a step with its answer and what is shown until it is given. */
import type { CellRef, Frame, Question } from '../step/Frame';

export interface Asked {
  readonly question: Question;
  readonly answer: Answer;
  /** The step without what gives the answer away. */
  readonly covered: Frame;
  /** The cell that the answer is about. */
  readonly cell: CellRef;
}

export type Answer =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'cells'; readonly cells: readonly CellRef[] };

/** What a student gives as an answer. */
export interface Given {
  readonly value?: string;
  readonly cells: readonly CellRef[];
}
