/** Text → arrays: literals and prints of many languages, tables, and Python code. Never throws. */
import { msg } from '../message';
import type { NdArray } from '../array/NdArray';
import type { LayerCall, ParsedArray, ParseOptions, ParseResult, ReadError, TextRange } from './ParseResult';
import { readPythonText } from './python/readPythonText';
import { isWolfram } from './text/calls/callLanguages';
import { findTextCalls, readCalls } from './text/calls/readCalls';
import { cellGrids } from './text/tables/cellGrids';
import type { Dialect } from './text/types/Dialect';
import { dialectOf } from './text/languages/dialectOf';
import { withoutTestMarks } from './text/languages/octaveTests';
import { readElement } from './text/scan/readElement';
import { NumberSink } from './text/scan/NumberSink';
import { problem, readError, type Problem, type ProblemKind } from './text/types/Problem';
import { arraysOnly } from './text/languages/arraysOnly';
import { readBraceProgram } from './text/program/braceLanguages/readBraceProgram';
import { filledByLoops, readProgram } from './text/program/arrayLanguages/readProgram';
import { laterChanges } from './text/literals/laterChanges';
import { hasLatexMatrix } from './text/literals/readLatexMatrix';
import { readLiterals, type Literals } from './text/literals/readLiterals';
import { labelledPlanes } from './text/tables/labelledPlanes';
import { readGrids } from './text/tables/readGrids';
import { faultyRow, unevenRow } from './text/tables/faultyRow';
import { fromTables } from './text/tables/fromTables';
import { readWords } from './text/tables/readWords';
import { endsAsTable, readTable } from './text/tables/readTable';
import { ruledTable } from './text/tables/ruledTable';
import { lineEnd, skipBlank } from './text/scan/skip';

type TextOptions = ParseOptions & { readonly withoutCalls?: boolean };

/** Reads every array of `text`; what cannot be read is among `errors`, with its place. `withoutCalls`: of MATLAB, Julia and R. */
export function parseArrays(written: string, options: TextOptions = {}): ParseResult {
  const text = withoutTestMarks(written, options.languageId);
  const dialect = dialectOf(options.languageId);
  const read = readNotations(text, options, dialect);
  const isWords = dialect.guessed === true || dialect.document === true;
  return isWords && read.calls.length === 0 && !PYTHON_STATEMENT.test(text) ? readWords(text, read, literalIn) : read;
}

function literalIn(text: string): ParsedArray | undefined {
  // Without commas it is as NumPy prints it.
  const { arrays } = parseArrays(text, { languageId: text.includes(',') ? 'json' : 'python' });
  return arrays.length === 1 ? arrays[0] : undefined;
}

function readNotations(text: string, options: TextOptions, dialect: Dialect): ParseResult {
  if (text.trim() === '') return refused(problem('empty', msg('the text is empty'), 0, text.length));
  const planes = dialect.guessed || dialect.document ? labelledPlanes(text) : [];
  if (planes.length > 0) return found(planes);
  const isTable = dialect.table === 'always' && !/^\s*[[({]/.test(text) && !hasLatexMatrix(text);
  if (isTable || endsAsTable(text)) {
    const table = readTable(text, dialect, options.placed);
    // Several tables with lines of words or blank lines between them.
    const grids = 'detail' in table ? readGrids(text) : [];
    const fault = faultyRow(text, grids);
    if (fault) return refused(fault);
    const tables = grids.length > 1 ? fromTables(text, found([]), grids) : undefined;
    if (tables) return tables.arrays.length > 0 ? tables : found(grids);
    const blocks = 'detail' in table ? cellGrids(text) : [];
    if (blocks.length > 1 && blocks.some(({ name }) => name === 'kernel')) return found(blocks);
    // A document that is not one table: its literals.
    if ('detail' in table && dialect.document && !/^\s*\|/.test(text))
      return readNotations(text, options, dialectOf(undefined));
    return 'detail' in table ? refused(table) : found([table]);
  }
  const literals = readLiterals(uncommented(text, dialect), dialect);
  const read = fromLiterals(text, literals, dialect);
  if (dialect.python === 'never') {
    const changed = withChanges(text, read, dialect);
    return options.withoutCalls ? changed : withCalls(text, options, changed);
  }
  if (isExplained(literals, text)) return read;
  const evaluated = readPythonText(text, dialect, options.check ? { check: options.check } : {});
  return evaluated ? preferred(evaluated, read, literals, dialect, text) : read;
}

/** A literal has the values that its text shows; statements that change it are reported. */
function withChanges(text: string, read: ParseResult, dialect: Dialect): ParseResult {
  const changes = laterChanges(text, read.arrays, dialect);
  return changes.length > 0 ? { ...read, errors: [...read.errors, ...changes] } : read;
}

/** Layer calls of languages other than Python, on the literals that were read. */
function withCalls(text: string, options: ParseOptions, read: ParseResult): ParseResult {
  // Calls in an argument are not read: each of them would read its own arguments, and so on.
  const literal = (source: string): NdArray | undefined => {
    if (isWolfram(options.languageId)) return literalIn(source)?.array;
    if (findTextCalls(source, options.languageId).length > 0) return undefined;
    const { arrays } = parseArrays(source, { ...options, withoutCalls: true });
    return arrays.length === 1 ? arrays[0]!.array : undefined;
  };
  const used: TextRange[] = [];
  const { calls, errors } = readCalls(text, options.languageId, {
    ...read,
    read: literal,
    used,
    elementwise: options.languageId === 'r',
    square: /^(?:matlab|octave|scilab)$/.test(options.languageId ?? ''),
    filled: (name, place) => filledByLoops(text.slice(0, place), options.languageId, name),
  });
  const computed =
    errors.length > 0
      ? []
      : arraysOnly(options.languageId) === undefined
        ? readProgram(text, options.languageId)
        : calls.every(({ shown }) => shown)
          ? readBraceProgram(text, options.languageId)
          : [];
  const isShown = calls.some(({ shown }) => shown);
  if (computed.length > 0 && !isShown)
    return { ...read, calls: [...calls, ...computed].sort((a, b) => a.range[0] - b.range[0]), errors: [] };
  const ranges = calls.length > 0 ? [...used, ...calls.map(({ range }) => range)] : [];
  const isArgument = ({ range: [start, end] }: ReadError): boolean =>
    ranges.some(([from, to]) => from <= start && end <= to);
  const isEmpty = ({ range: [start, end] }: ReadError): boolean =>
    calls.length > 0 && read.arrays.length === 0 && start === 0 && end === text.length;
  const others = read.errors.filter((error) => !isArgument(error) && !isEmpty(error));
  const known = isShown ? calls.map((call) => asComputed(call, computed)) : calls;
  const caused = errors.map((error) => {
    const list = others.find((each) => isFaultyList(each, text, text.slice(...error.range)));
    return list ? { ...list, range: error.range } : error;
  });
  return { ...read, calls: known, errors: [...caused, ...others] };
}

/** Whether an error is that of a list, such as one of rows of several lengths, whose name a call uses. */
function isFaultyList({ kind, range: [at] }: ReadError, text: string, call: string): boolean {
  const name =
    kind === undefined && /[[{]/.test(text[at]!)
      ? FAULTY.exec(text.slice(Math.max(0, at - LONGEST_LIST), at))?.[1]
      : undefined;
  return name !== undefined && new RegExp(`\\b${name}\\b`).test(call);
}

const LONGEST_LIST = 4000;
/** What is before a part of a list: the name of the list. */
const FAULTY = /([A-Za-z_]\w*)\s*(?:(?:\[\d*\]\s*)+|:(?!:)[^=;\n]*)?=\s*(?:[\w<>[\]&:!.]+\s*)?[[{][^;=]*$/;

/** A layer that is known by its numbers, which other options may have, too, as the code of the text computes it. */
function asComputed(call: LayerCall, computed: readonly LayerCall[]): LayerCall {
  const own = computed.find(
    (each) =>
      !each.shown && each.operation === call.operation && inputOf(each)?.data.join() === inputOf(call)?.data.join(),
  );
  return own ? { ...own, range: [Math.min(own.range[0], call.range[0]), Math.max(own.range[1], call.range[1])] } : call;
}

function inputOf({ arrays }: LayerCall): NdArray | undefined {
  return 'A_prev' in arrays ? arrays.A_prev : undefined;
}

function fromLiterals(text: string, { arrays, values, problems }: Literals, dialect: Dialect): ParseResult {
  if (!arrays.length && !problems.length) {
    const plain = readUnbracketed(text, dialect);
    if (plain && 'array' in plain) return { ...found([plain]), values };
    if (plain && !Object.keys(values).length) return refused(plain);
  }
  const uneven = arrays.length === 0 && dialect.table === 'fallback' ? unevenRow(text) : undefined;
  const faults = uneven ? [uneven, ...problems] : problems;
  return { arrays, calls: [], values, errors: faults.map(readError) };
}

/** Whether the literals are all that the text holds: nothing around them that may change a value. */
function isExplained({ arrays, rest, problems, values }: Literals, text: string): boolean {
  if (rest.length > 0) return false;
  const names = new Set(arrays.map(({ name }) => name));
  const targets = [...names, ...Object.keys(values)];
  if (targets.some((target) => target !== undefined && names.has(/^(\w+)\s*[[.]/.exec(target)?.[1]))) return false;
  return problems.every(({ kind, range }) => {
    const source = text.slice(...range);
    const isComputed = COMPUTED.has(kind) || COMPREHENSION.test(text.slice(range[0], range[0] + 300));
    return !isComputed && !names.has(source) && !Object.hasOwn(values, source);
  });
}

/** Problems that evaluation can solve. */
const COMPUTED: ReadonlySet<ProblemKind> = new Set(['expression', 'argument', 'notArray', 'syntax']);

/** `i * j for i in range(3)]`, from where it is not a number. */
const COMPREHENSION = /^[^]{0,200}?\bfor[ \t]+[\w, \t]{1,80}[ \t]in[ \t]/;

/** A line that only Python has: what its evaluation leaves unknown is unknown. */
const PYTHON_STATEMENT = /^[ \t]*(?:import \w+(?: as \w+)?[ \t]*$|from [\w.]+ import |def \w+\(.*\).*:[ \t]*$)/m;

/**
 * Literals are preferred where the evaluation gives nothing: in a text of unknown language without Python statements, and where the literal itself is invalid.
 */
function preferred(
  evaluated: ParseResult,
  literal: ParseResult,
  { problems }: Literals,
  { guessed }: Dialect,
  text: string,
): ParseResult {
  const held = evaluated.arrays.length + evaluated.calls.length + Object.keys(evaluated.values).length;
  if (held > 0 || evaluated.errors.length === 0) return evaluated;
  if (guessed && literal.arrays.length > 0 && !PYTHON_STATEMENT.test(text)) return literal;
  if (PYTHON_STATEMENT.test(text)) return evaluated;
  // An array that the evaluation did not keep was changed by a statement that could not be run.
  const faulty = problems.some((cause) => isOwnFault(cause, text) && (guessed || !isName(cause, text)));
  return literal.arrays.length === 0 && faulty ? literal : evaluated;
}

/** A literal that is faulty by itself: not an expression, and not a dictionary among code. */
function isOwnFault({ kind, range }: Problem, text: string): boolean {
  if (kind === 'notArray') return text[range[0]] !== '{';
  return kind !== 'expression' && kind !== 'argument' && kind !== 'syntax';
}

/** An entry that is a variable or an attribute: the evaluation reports whether it has a value. */
function isName({ range }: Problem, text: string): boolean {
  return /^[A-Za-z_][\w.]*$/.test(text.slice(...range));
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

/** Numbers without brackets: one number, Python's `5,`, a table; or the reason why they cannot be read. */
function readUnbracketed(text: string, dialect: Dialect): ParsedArray | Problem | undefined {
  const tuple = readBareTuple(text, dialect);
  if (tuple) return tuple;
  const table = dialect.table === 'fallback' ? readTable(text, dialect) : undefined;
  if (table && (!('detail' in table) || table.likely)) return table;
  const ruled = table && ruledTable(text, dialect);
  if (ruled) return ruled;
  return unevenRow(text) ?? problem('empty', msg('no array was found in this text'), 0, text.length);
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
