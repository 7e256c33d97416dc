/** The body of a Python test as statements of a module: one that fails, as the call of a class from elsewhere, leaves the others known. */
import { parseArrays } from '../../../../../core/read/parseArrays';
import type { ParseResult, TextRange } from '../../../../../core/read/ParseResult';
import { lineAt } from '../../../source/assignment';
import { endOfCall } from '../../calls/endOfCall';
import { testAt } from '../../definitions/definitions';
import { blanked } from '../../document/sections';
import { isFailure } from '../../problems';

export interface TestBody {
  readonly text: string;
  /** The body of the test, in the text that it is taken from. */
  readonly range: TextRange;
  /** A place of `text` in the text that it is taken from. */
  readonly origin: (at: number) => number;
}

/** The weights that a test gives an object: `layer.weights = np.ones((1, 1, 3, 3))`. */
const WEIGHTS = /^([ \t]*\w+)\.(?=(?:weights?|kernels?|filters?|bias(?:es)?|[wWb])[ \t]*=(?!=))/gm;

/** With the text above the test and the `setUp` of its class, whose attributes are variables `self_x`; also its weights of other objects. */
export function testBody(text: string, at: number): TestBody | undefined {
  const test = testAt(text, at);
  if (!test) return undefined;
  const own = bodyAt(text, test.start, test.range[1]);
  const isMethod = /^[ \t]/.test(text.slice(test.start));
  const head = isMethod
    ? text.slice(0, test.start).search(/(?:^|\n)class[ \t][^\n]*\n(?![^]*\nclass[ \t])/)
    : test.start;
  if (head < 0) return undefined;
  const setUp = isMethod ? text.slice(head).search(SET_UP) : -1;
  const before = setUp < 0 ? [] : [bodyAt(text, head + setUp + 1, text.length)];
  const parts = [{ start: 0, text: text.slice(0, head) }, ...[...before, own].flatMap((range) => linesOf(text, range))];
  const starts: (readonly [at: number, origin: number])[] = [];
  let body = '';
  for (const part of parts) {
    starts.push([body.length, part.start]);
    body += `${part.text}\n`;
  }
  return {
    text: body.replace(/\bself\./g, 'self_').replace(WEIGHTS, '$1_'),
    range: own,
    origin: (place) => {
      const [from, origin] = starts.filter(([first]) => first <= place).at(-1)!;
      return origin + place - from;
    },
  };
}

/** The statements without those that fail, which may have changed what they name. `failed`: their lines. */
export function evaluated(text: string): { readonly parsed: ParseResult; readonly failed: readonly TextRange[] } {
  const failed: TextRange[] = [];
  for (let written = text, round = 0; ; round++) {
    const parsed = parseArrays(written, { languageId: 'python' });
    const lines = parsed.errors.filter(isFailure).map(({ range: [at] }) => lineAt(written, at));
    if (lines.length === 0 || round === MOST_ROUNDS) return { parsed, failed };
    for (const { start, end } of lines) {
      failed.push([start, end]);
      written = written.slice(0, start) + blanked(written.slice(start, end)) + written.slice(end);
    }
  }
}

/** Calls of what failed statements made: a layer, its output, its gradient. */
const MOST_ROUNDS = 6;

const SET_UP = /\n[ \t]+def[ \t]+(?:setUp|setup|setup_method)[ \t]*\(/;

/** The lines of a function's body; `start`: that of its head. */
function bodyAt(text: string, start: number, limit: number): TextRange {
  const head = endOfCall(text, text.indexOf('(', start) + 1);
  const from = text.indexOf('\n', head) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start))![0].length;
  const next = text.slice(from, limit).search(new RegExp(`^[ \\t]{0,${indent}}[^\\s#)\\]}]`, 'm'));
  return [from, next < 0 ? limit : from + next];
}

/** Lines without the indentation of the first one. */
function linesOf(text: string, [from, to]: TextRange): { start: number; text: string }[] {
  let start = from;
  const lines = text.slice(from, to).split('\n');
  const indent = /^[ \t]*/.exec(lines.find((line) => /\S/.test(line)) ?? '')![0].length;
  return lines.map((line) => {
    const removed = Math.min(indent, /^[ \t]*/.exec(line)![0].length);
    const part = { start: start + removed, text: line.slice(removed) };
    start += line.length + 1;
    return part;
  });
}
