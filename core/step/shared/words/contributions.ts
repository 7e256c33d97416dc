/** Sums written out for a hovered cell: the first terms, the others collapsed, and the total. */
import { msg } from '../../../message';
import type { Line, Span } from '../../Frame';
import { line, number, plus, say, text } from './spans';

/** The terms of a sum: all values, and each term as it is written, `0.26 · 1.38`. */
export interface Sum {
  readonly values: readonly number[];
  readonly write: (index: number) => readonly Span[];
}

const shownTerms = 6;
/** Collapsed terms that are written out; a sum over a whole batch has hundreds of thousands. */
const unfoldedTerms = 200;

/** `= 0.26 · 1.38 + … = 4.55`: `total` is the value that the cell shows. */
export function sumLines({ values, write }: Sum, total = sumOf(values)): Line[] {
  if (values.length === 0) return [line(say(msg('nothing has been added yet')))];
  const joined = (from: number, to: number): Span[] =>
    Array.from({ length: to - from }, (_, index) => index + from).flatMap((index) =>
      index === from ? [...write(index)] : [text(' + '), ...write(index)],
    );
  const head = Math.min(shownTerms, values.length);
  const fold: Span[] = head === values.length ? [] : [foldedTerms(values, head, joined)];
  return [
    line(say(msg('{0} contribution{0||s}', values.length))),
    line(joined(0, head), fold, text(' = '), number(total, 'result')),
  ];
}

function foldedTerms(values: readonly number[], head: number, joined: (from: number, to: number) => Span[]): Span {
  const end = Math.min(values.length, head + unfoldedTerms);
  const left = values.length - end;
  const tail: Span[] =
    left === 0 ? [] : [...plus(sumOf(values.slice(end))), text(' '), say(msg('({0} more terms)', left))];
  return {
    kind: 'fold',
    summary: [...plus(sumOf(values.slice(head))), text(' '), say(msg('({0} more terms)', values.length - head))],
    spans: [text(' + '), ...joined(head, end), ...tail],
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
