/** Why a piece of text is not an array, with its place. */
import { formatMessage, type Message } from '../../../message';
import type { ReadError, TextRange } from '../../ParseResult';

export type ProblemKind =
  | 'ragged'
  | 'unbalanced'
  | 'elided'
  | 'notNumeric'
  | 'complex'
  | 'expression'
  | 'argument'
  | 'missing'
  | 'syntax'
  | 'ambiguous'
  | 'notArray'
  | 'shape'
  | 'empty';

export interface Problem {
  readonly kind: ProblemKind;
  readonly detail: Message;
  readonly range: TextRange;
}

export function problem(kind: ProblemKind, detail: Message, start: number, end: number): Problem {
  return { kind, detail, range: [start, end] };
}

export function readError({ kind, detail, range }: Problem): ReadError {
  const isKept = kind === 'argument' || kind === 'empty';
  return { ...(isKept && { kind }), message: formatMessage(detail), detail, range };
}
