/** Finds the layer calls of MATLAB, Julia and R code whose arguments are literals or names of literals. */
import { formatMessage, LensError, msg } from '../../../message';
import type { LayerCall, ReadError, TextRange } from '../../ParseResult';
import type { FoundCall } from '../../python/findCalls';
import { CallArguments, type Argument, type Literals } from './CallArguments';
import { JULIA } from './juliaLayers';
import type { LayerTable } from './LayerTable';
import { MATLAB } from './matlabLayers';
import { R } from './rLayers';

const TABLES: Readonly<Record<string, LayerTable>> = { matlab: MATLAB, octave: MATLAB, julia: JULIA, r: R };

/** A call is not followed further than this to its closing bracket. */
const MAX_LENGTH = 10_000;

export interface ReadCalls {
  readonly calls: readonly LayerCall[];
  /** Why a layer call is not among them. */
  readonly errors: readonly ReadError[];
}

/** Where a text of MATLAB, Julia or R calls a layer; empty for other languages. Nothing is evaluated. */
export function findTextCalls(text: string, languageId: string | undefined): FoundCall[] {
  const table = languageId !== undefined && Object.hasOwn(TABLES, languageId) ? TABLES[languageId]! : undefined;
  if (!table) return [];
  return callees(text, table, commentOf(languageId!)).map(({ callee, open }) => ({
    callee,
    operation: /pool/.test(callee) ? 'pool_forward' : 'conv_forward',
    range: [open - callee.length, endOfCall(text, open)],
  }));
}

function commentOf(languageId: string): RegExp {
  return /^(?:matlab|octave)$/.test(languageId) ? /[%#]/ : /#/;
}

export function readCalls(text: string, languageId: string | undefined, literals: Literals): ReadCalls {
  const table = languageId !== undefined && Object.hasOwn(TABLES, languageId) ? TABLES[languageId]! : undefined;
  const calls: LayerCall[] = [];
  const errors: ReadError[] = [];
  if (!table) return { calls, errors };
  for (const { callee, open } of callees(text, table, commentOf(languageId!))) {
    const range: TextRange = [open - callee.length, endOfCall(text, open)];
    try {
      const args = argumentsOf(text, callee, range, open, literals);
      calls.push({ ...table[callee]!(args), callee, range, notation: 'numpy' });
      for (const name of args.drawn) errors.push(otherNumbers(name, languageId!, range));
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
      errors.push({ message: error.message, detail: error.detail, range: error.range ?? range });
    }
  }
  return { calls, errors };
}

/** The remark on random numbers of a generator that is not reproduced. */
function otherNumbers(name: string, languageId: string, range: TextRange): ReadError {
  const detail = msg(
    "{0} draws from {1}'s generator, which is not reproduced: the numbers here are others of the same distribution",
    name,
    { julia: 'Julia', r: 'R' }[languageId] ?? 'MATLAB',
  );
  return { message: formatMessage(detail), detail, range };
}

function callees(text: string, table: LayerTable, comment: RegExp): { callee: string; open: number }[] {
  const found: { callee: string; open: number }[] = [];
  for (const match of text.matchAll(/(?<![\w.])([A-Za-z_][\w.]*)\(/g)) {
    const [, callee = ''] = match;
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    const code = !comment.test(line) && !/\bfunction\b/.test(line);
    if (code && Object.hasOwn(table, callee)) found.push({ callee, open: match.index + callee.length });
  }
  return found;
}

function argumentsOf(text: string, callee: string, range: TextRange, open: number, literals: Literals): CallArguments {
  const positional: Argument[] = [];
  const named = new Map<string, Argument>();
  let key: string | undefined;
  for (const argument of splitArguments(text, open + 1, range[1] - 1)) {
    const word = /^["'](Stride|Padding|DilationFactor|DataFormat)["']$/i.exec(argument.text)?.[1];
    const [, name, value] = /^([A-Za-z_]\w*)\s*=\s*(?!=)([^]*)$/.exec(argument.text) ?? [];
    if (key !== undefined) {
      named.set(key, argument);
      key = undefined;
    } else if (word !== undefined) key = word.toLowerCase();
    else if (name !== undefined && value !== undefined)
      named.set(name, { text: value, range: [argument.range[1] - value.length, argument.range[1]] });
    else positional.push(argument);
  }
  return new CallArguments(callee, range, positional, named, text, literals);
}

/** The parts between commas, and Julia's semicolon, of the outermost level. */
function splitArguments(text: string, from: number, to: number): Argument[] {
  const found: Argument[] = [];
  let [start, depth] = [from, 0];
  for (let at = from; at <= to; at++) {
    const character = at === to ? ',' : text[at]!;
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (depth > 0 || (character !== ',' && character !== ';')) continue;
    const part = text.slice(start, at);
    const trimmed = part.trim();
    const first = start + part.indexOf(trimmed);
    if (trimmed !== '') found.push({ text: trimmed, range: [first, first + trimmed.length] });
    start = at + 1;
  }
  return found;
}

function endOfCall(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + MAX_LENGTH); at++) {
    if ('([{'.includes(text[at]!)) depth += 1;
    else if (')]}'.includes(text[at]!)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
