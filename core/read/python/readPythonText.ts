/** A text with Python code in it: the code is evaluated, printed output and prose around it are read as literals. */
import { blocksOf, type Block } from '../documents/documents';
import { isProgram } from '../documents/kindOfStatement';
import type { ParsedArray, ParseResult } from '../ParseResult';
import type { Dialect } from '../text/types/Dialect';
import { readLiterals } from '../text/literals/readLiterals';
import { readError } from '../text/types/Problem';
import { lineEnd, lineStart } from '../text/scan/skip';
import { applyInputsInComments } from './syntax/text/appliedInComment';
import { evaluatePython } from './evaluatePython';
import type { Budget } from './runtime/Context';

/** Undefined where no part of the text is Python code that must be evaluated. */
export function readPythonText(text: string, dialect: Dialect, budget: Budget = {}): ParseResult | undefined {
  const blocks = blocksOf(text, 'python');
  const guessed = dialect.guessed ?? false;
  if (!blocks.some(({ kind, range }) => kind === 'code' && isProgram(text.slice(...range), guessed))) return undefined;
  const others = blocks.filter(({ kind }) => kind !== 'code').map((block) => literalsOf(text, block, dialect));
  const evaluated = evaluatePython(
    withoutParts(
      applyInputsInComments(text),
      others.flatMap(({ hidden }) => hidden),
    ),
    budget,
  );
  const literals = others.flatMap(({ arrays }) => arrays);
  const arrays = [...evaluated.arrays, ...literals].sort((a, b) => a.range[0] - b.range[0]);
  const problems = arrays.length + evaluated.calls.length > 0 ? [] : others.flatMap(({ problems }) => problems);
  return { ...evaluated, arrays, errors: [...evaluated.errors, ...problems.map(readError)] };
}

/** The arrays of output or prose, and the parts that the evaluator must not see as code. */
function literalsOf(text: string, { kind, range }: Block, dialect: Dialect) {
  const { arrays, problems } = readLiterals(text, dialect, ...range);
  const inside = arrays.filter(({ range: [start, end] }) => range[0] <= start && end <= range[1]);
  const hidden = kind === 'output' || dialect.guessed ? [range] : inside.map((array) => linesOf(text, array));
  return { arrays: inside, problems, hidden };
}

/** The whole lines of an array. */
function linesOf(text: string, { range: [start, end] }: ParsedArray): readonly [number, number] {
  return [lineStart(text, start), lineEnd(text, end)];
}

/** The text with parts replaced by spaces, so that every offset stays. */
function withoutParts(text: string, parts: readonly (readonly [start: number, end: number])[]): string {
  return parts.reduce(
    (rest, [start, end]) => rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, ' ') + rest.slice(end),
    text,
  );
}
