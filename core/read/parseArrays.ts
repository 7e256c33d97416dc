/** Text → arrays: literals and prints of many languages, tables, and Python code. Never throws. */
import { msg } from '../message';
import type { ParsedArray, ParseOptions, ParseResult } from './ParseResult';
import { evaluatePython } from './python/evaluatePython';
import type { Dialect } from './text/languages/Dialect';
import { dialectOf } from './text/languages/dialectOf';
import { readElement } from './text/scan/element';
import { NumberSink } from './text/scan/NumberSink';
import { problem, readError, type Problem } from './text/scan/Problem';
import { readLiterals, type Literals } from './text/literals/readLiterals';
import { endsAsTable, readTable } from './text/tables/readTable';
import { lineEnd, skipBlank } from './text/scan/skip';

/** Reads every array of `text`; what cannot be read is among `errors`, with its place. */
export function parseArrays(text: string, options: ParseOptions = {}): ParseResult {
  const dialect = dialectOf(options.languageId);
  if (text.trim() === '') return refused(problem('empty', msg('the text is empty'), 0, text.length));
  if ((dialect.table === 'always' && !/^\s*[[({]/.test(text)) || endsAsTable(text)) {
    const table = readTable(text, dialect);
    return 'detail' in table ? refused(table) : found([table]);
  }
  const literals = readLiterals(uncommented(text, dialect), dialect);
  const read = fromLiterals(text, literals, dialect);
  if (dialect.python === 'never' || !looksLikePython(text, literals)) return read;
  return preferred(evaluatePython(text), read, text, dialect);
}

function fromLiterals(text: string, { arrays, values, problems }: Literals, dialect: Dialect): ParseResult {
  if (!arrays.length && !problems.length) {
    const plain = readUnbracketed(text, dialect);
    if (plain && 'array' in plain) return { ...found([plain]), values };
    if (plain && !Object.keys(values).length) return refused(plain);
  }
  return { arrays, calls: [], values, errors: problems.map(readError) };
}

/** Statements and calls among what is neither literal nor label. */
const PYTHON =
  /^[ \t]*(?:import|from|def|for|while|if|with|assert|return|del|class|print)\b|^[ \t]*[A-Za-z_][\w.,[\] ]*(?:[-+*/@%]|\*\*|\/\/)?=(?!=)|[\w\])]\(|\[[^[\]\n]{0,200}\bfor\b/m;

function looksLikePython(text: string, { rest, problems }: Literals): boolean {
  if (problems.some(({ kind }) => kind === 'notArray')) return false;
  return (
    problems.some(({ kind }) => kind === 'expression') ||
    rest.some(([start, end]) => PYTHON.test(text.slice(start, end)))
  );
}

/** A call of a library that is known, or an assignment from a call: not prose. */
const SURELY_PYTHON = /\b(?:np|numpy|torch|tf|nn|F|jnp)\.\w|^[ \t]*[A-Za-z_][\w., ]*=(?!=)[ \t]*[A-Za-z_][\w.]*\(/m;

/** Python is evaluated where it is Python; in a text of unknown language only where that reads more than its literals do. */
function preferred(evaluated: ParseResult, literal: ParseResult, text: string, { python }: Dialect): ParseResult {
  const held = evaluated.arrays.length + evaluated.calls.length;
  if (held > 0 && (evaluated.errors.length === 0 || python === 'always')) return evaluated;
  if (held > literal.arrays.length) return evaluated;
  if (literal.arrays.length) return literal;
  return python === 'always' || SURELY_PYTHON.test(text) ? evaluated : literal;
}

/** A print kept in comments: where every line is one, the marks are blanked and all places stay. */
function uncommented(text: string, { lineComments }: Dialect): string {
  const mark = lineComments.find((candidate) => text.trimStart().startsWith(candidate));
  if (mark === undefined || text.split('\n').some((line) => line.trim() !== '' && !line.trimStart().startsWith(mark)))
    return text;
  return text.replace(
    /^([ \t]*)(#+|%+|\/\/+)/gm,
    (_, indent: string, marks: string) => indent + ' '.repeat(marks.length),
  );
}

/** Numbers without brackets: one number, Python's `5,`, a table; or why there are none. */
function readUnbracketed(text: string, dialect: Dialect): ParsedArray | Problem | undefined {
  const tuple = readBareTuple(text, dialect);
  if (tuple) return tuple;
  const table = dialect.table === 'fallback' ? readTable(text, dialect) : undefined;
  if (table && (!('detail' in table) || table.likely)) return table;
  return problem('empty', msg('no array was found in this text'), 0, text.length);
}

/** `3.25` is 0-d; `1, 2, 3` and `5,` on one line are a tuple. */
function readBareTuple(text: string, dialect: Dialect): ParsedArray | undefined {
  const sink = new NumberSink();
  const start = skipBlank(text, 0, dialect);
  const stop = lineEnd(text, start);
  let commas = 0;
  let end = start;
  for (let at = start; at < stop;) {
    const read = readElement(text, at, dialect);
    if ('detail' in read) return undefined;
    sink.push(read.value, ...read.range);
    end = read.end;
    at = skipBlank(text, end, dialect);
    if (text[at] !== ',') break;
    commas++;
    end = at + 1;
    at = skipBlank(text, end, dialect);
  }
  if (sink.count === 0 || skipBlank(text, end, dialect) < text.length) return undefined;
  return { ...sink.toArray(commas ? [sink.count] : []), range: [start, end] };
}

function found(arrays: readonly ParsedArray[]): ParseResult {
  return { arrays, calls: [], values: {}, errors: [] };
}

function refused(cause: Problem): ParseResult {
  return { arrays: [], calls: [], values: {}, errors: [readError(cause)] };
}
