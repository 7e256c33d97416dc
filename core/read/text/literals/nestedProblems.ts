/** What can be wrong with nested lists, with the range in the text. */
import { msg } from '../../../message';
import { skipBrackets } from '../scan/skip';
import type { Dialect } from '../types/Dialect';
import type { NestedFailure } from '../types/Nested';
import { problem, type Problem } from '../types/Problem';

/** Where a scan of nested lists stopped. */
interface StoppedScan {
  readonly text: string;
  readonly start: number;
  readonly at: number;
  /** The number of open brackets. */
  readonly depth: number;
  readonly dialect: Dialect;
}

/** The end is computed on demand: an open bracket may have none up to the end of the text. */
export function nestedFailure(cause: Problem, { text, start, at, depth, dialect }: StoppedScan): NestedFailure {
  return {
    problem: cause,
    get end() {
      const from = Math.max(cause.range[0], at, start);
      const resume = cause.kind === 'unbalanced' ? at : skipBrackets(text, from, depth, dialect);
      return Math.max(resume, start + 1);
    },
  };
}

/** A list whose number of entries differs from that of the lists before it. */
export function ragged(count: number, extent: number, start: number, end: number): Problem {
  const detail = msg('this list has {0} entr{0|y|ies}, the lists before it have {1}', count, extent);
  return problem('ragged', detail, start, end);
}

export function mixedDepth(at: number): Problem {
  return problem('ragged', msg('numbers and lists are mixed at one level'), at, at + 1);
}

export function mixedSeparators(text: string, at: number): Problem {
  const detail =
    text[at] === ',' ? msg('commas and spaces are mixed as separators') : msg('a comma is missing before this value');
  return problem('syntax', detail, at, at + 1);
}

export function valueMissing(at: number): Problem {
  return problem('syntax', msg('a value is expected before this comma'), at, at + 1);
}

export function unclosed(text: string, opener: number): Problem {
  return problem('unbalanced', msg('the bracket {0} is never closed', text[opener]!), opener, opener + 1);
}

/** Whether the bracket at `at` is the counterpart of the one at `opener`. */
export function isClosedBy(text: string, opener: number, at: number): boolean {
  const distance = text.charCodeAt(at) - text.charCodeAt(opener);
  return distance >= 0 && distance <= 2;
}

export function closedByAnother(text: string, opener: number, at: number): Problem {
  return problem('unbalanced', msg('{0} is closed by {1}', text[opener]!, text[at]!), opener, at + 1);
}

/** Python's `(x)`, which is `x`. */
export function notASequence(start: number, end: number): Problem {
  const detail = msg('parentheses around one value are not a sequence; a comma makes a tuple');
  return problem('expression', detail, start, end);
}
