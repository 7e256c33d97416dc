/** Sums written out for a hovered cell: the first terms, the rest behind a fold, and what they add up to. */
import { msg } from '../../message';
import type { Line, Span } from '../Frame';
import { line, number, plus, say, text } from '../spans';

export interface SumTerm {
  readonly value: number;
  /** The term written out, `0.26 · 1.38`. */
  readonly spans: readonly Span[];
}

const shownTerms = 6;

/** `= 0.26 · 1.38 + … = 4.55`: `total` is the value that the cell shows. */
export function sumLines(terms: readonly SumTerm[], total: number): Line[] {
  if (terms.length === 0) return [line(say(msg('nothing has been added yet')))];
  const joined = (part: readonly SumTerm[]): Span[] =>
    part.flatMap((term, index) => (index === 0 ? [...term.spans] : [text(' + '), ...term.spans]));
  const head = terms.slice(0, shownTerms);
  const rest = terms.slice(shownTerms);
  const fold: Span[] =
    rest.length === 0
      ? []
      : [
          {
            kind: 'fold',
            summary: [
              ...plus(rest.reduce((sum, { value }) => sum + value, 0)),
              text(' '),
              say(msg('({0} more terms)', rest.length)),
            ],
            spans: [text(' + '), ...joined(rest)],
          },
        ];
  return [
    line(say(terms.length === 1 ? msg('1 contribution') : msg('{0} contributions', terms.length))),
    line(joined(head), fold, text(' = '), number(total, 'result')),
  ];
}
