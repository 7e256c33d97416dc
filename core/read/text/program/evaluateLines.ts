/** Runs a translated program; calls and arrays have their places in the program's text. */
import type { Message } from '../../../message';
import { movedCall } from '../../LayerCall';
import type { ParseResult } from '../../ParseResult';
import type { TextRange } from '../../TextRange';
import { evaluatePython } from '../../python/evaluatePython';
import { preludeOf } from './programPrelude';
import { asWritten } from './pythonName';

/** A line of the translation, and the statement of the program that it translates. */
export interface PythonLine {
  readonly py: string;
  readonly range: TextRange;
}

/** Programs beyond this are not translated. */
const LARGEST = 20_000;
/** Half a second; what takes longer is not recognised. */
const MOST_WORK = 80_000_000;

/** Whether a program loops or writes single cells, as all that compute a layer themselves do, or has what makes ReLU. */
export function mayComputeLayer(text: string): boolean {
  return (
    text.length <= LARGEST &&
    (/\b(?:for|[sv]apply|pmax|ifelse)\b|\bArray\.from\(|\.map\(/.test(text) || RELU.test(text) || CELLS.test(text))
  );
}

/** Two cells with numbers as their indices, each of which is given a value: `y(1,1) = max(…); y(1,2) = max(…)`. */
const CELLS =
  /\w(?:\(\d+, ?\d+\)|\[\d+(?:\]\[|, ?)\d+\]) ?(?:=|<-)[^=][^]*?\w(?:\(\d+, ?\d+\)|\[\d+(?:\]\[|, ?)\d+\]) ?(?:=|<-)[^=]/;

/** `max(0, x)`, `x.max(0.0)`, `x[x < 0] <- 0`. */
const RELU = /\bmax\.?\(\s*0(?:\.0?)?\s*[,)]|\bmax\.?\([\w ]+,\s*0\s*\)|\.?<=?\s*0\s*[)\]]\s*(?:\.?=|<-)/;

export function evaluateLines(lines: readonly PythonLine[]): Pick<ParseResult, 'arrays' | 'calls' | 'errors'> {
  const body = lines.map(({ py }) => py).join('\n');
  const prelude = preludeOf(body);
  const { calls, arrays, errors } = evaluatePython(`${prelude}\n${body}\n`, { work: MOST_WORK });
  const place = (range: TextRange): TextRange => rangeOf(range, prelude.length + 1, lines);
  return {
    calls: calls.map((call) => ({
      ...movedCall(call, place),
      callee: asWritten(call.callee),
      ...(call.notes && { notes: call.notes.map(withNames) }),
      ...(call.names && {
        names: Object.fromEntries(Object.entries(call.names).map(([role, name]) => [role, asWritten(name)])),
      }),
    })),
    arrays: arrays.map((each) => ({ ...each, range: place(each.range) })),
    errors: errors.map((each) => ({ ...each, range: place(each.range) })),
  };
}

function withNames({ text, args }: Message): Message {
  return { text, args: args.map((each) => (typeof each === 'string' ? asWritten(each) : each)) };
}

/** The place in the text of a place in the translated program. */
function rangeOf([start, end]: TextRange, before: number, lines: readonly PythonLine[]): TextRange {
  let at = before;
  let found: TextRange | undefined;
  for (const { py, range } of lines) {
    const stop = at + py.length;
    if (stop >= start && at < end) found = found ? [Math.min(found[0], range[0]), Math.max(found[1], range[1])] : range;
    at = stop + 1;
  }
  return found ?? [0, 0];
}
