/** Finds the layer calls of MATLAB, Julia and R code whose arguments are literals or names of literals. */
import { formatMessage, LensError, msg } from '../../../message';
import { ownEntry } from '../../../ownEntry';
import type { NdArray } from '../../../array/NdArray';
import type { LayerCall, ReadError, TextRange } from '../../ParseResult';
import type { FoundCall } from '../../python/findCalls';
import { findCodeCalls, readCodeCalls } from '../code/readCodeCalls';
import { CallArguments, type CallArgument, type CallLiterals } from './CallArguments';
import { FLUX, JULIA } from './juliaLayers';
import type { LayerTable } from './LayerTable';
import { MATLAB } from './matlabLayers';
import { layerResult } from './layerResult';
import { R, R_MODULES } from './rLayers';

interface Language {
  readonly layers: LayerTable;
  /** Classes whose objects are layers: the arguments of `Class(…)` follow those of the object's call. */
  readonly classes: LayerTable;
  /** How documentation above a function shows examples: in comments `#'`, or behind the language's prompt. */
  readonly examples?: 'comments' | 'prompts';
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  matlab: { layers: MATLAB, classes: {} },
  octave: { layers: MATLAB, classes: {} },
  julia: { layers: JULIA, classes: FLUX, examples: 'prompts' },
  r: { layers: R, classes: R_MODULES, examples: 'comments' },
};

/** A call is not followed further than this to its closing bracket. */
const MAX_LENGTH = 10_000;

export interface ReadCalls {
  readonly calls: readonly LayerCall[];
  /** Why a layer call is not among them. */
  readonly errors: readonly ReadError[];
}

/** Where a text of MATLAB, Julia or R calls a layer; empty for other languages. Nothing is evaluated. */
export function findTextCalls(text: string, languageId: string | undefined): FoundCall[] {
  const language = languageOf(languageId);
  if (!language) return findCodeCalls(text, languageId);
  return sites(blankPrompts(text), language, commentOf(languageId!)).map(({ callee, name, range }) => ({
    callee,
    operation: /pool/i.test(name) ? 'pool_forward' : 'conv_forward',
    range,
  }));
}

function commentOf(languageId: string): RegExp {
  return /^(?:matlab|octave)$/.test(languageId) ? /[%#]/ : /#/;
}

/** The prompts of Julia and R, as spaces. */
function blankPrompts(text: string): string {
  return text.replace(/^(?:julia>|>) /gm, (prompt) => ' '.repeat(prompt.length));
}

/** How the documentation of a language shows examples; undefined for languages without layer calls. */
export function examplesOf(languageId: string | undefined): Language['examples'] {
  return languageOf(languageId)?.examples;
}

/** Whether a name is that of a class whose objects are layers. */
export function isLayerClass(name: string, languageId: string | undefined): boolean {
  return Object.hasOwn(languageOf(languageId)?.classes ?? {}, name);
}

export function readCalls(written: string, languageId: string | undefined, literals: CallLiterals): ReadCalls {
  const text = blankPrompts(written);
  const language = languageOf(languageId);
  const calls: LayerCall[] = [];
  const errors: ReadError[] = [];
  if (!language) return readCodeCalls(text, languageId);
  const computing = { ...literals, compute: computed(text, language, languageId!, literals) };
  for (const site of sites(text, language, commentOf(languageId!))) {
    const { callee, name, range, made } = site;
    try {
      const args = argumentsOf(text, site, computing);
      const read = made ? language.classes[name]! : language.layers[name]!;
      calls.push({ ...read(args), callee, range, notation: 'numpy' });
      for (const name of args.drawn) errors.push(otherNumbers(name, languageId!, range));
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
      errors.push({ message: error.message, detail: error.detail, range: error.range ?? range });
    }
  }
  return { calls, errors };
}

/** Results of layer calls in arguments that one text may need. */
const MAX_COMPUTED = 30;

/** Computes layer calls in arguments: `conv2(conv2(A, K1), K2)`, also through names. */
function computed(
  text: string,
  { layers }: Language,
  languageId: string,
  literals: CallLiterals,
): NonNullable<CallLiterals['compute']> {
  let count = 0;
  const compute = (name: string, written: string, place: number): NdArray | undefined => {
    const read = ownEntry(layers, name);
    if (!read || ++count > MAX_COMPUTED) return undefined;
    const range = [place, place] as const;
    const parts = splitArguments(written, 0, written.length).map((each) => ({ ...each, range }));
    const args = new CallArguments(name, range, ...sorted(parts), text, { ...literals, compute });
    try {
      return layerResult(read(args), languageId);
    } catch (error) {
      if (error instanceof LensError) return undefined;
      throw error;
    }
  };
  return compute;
}

/** The remark on random numbers of a generator that is not reproduced. */
function otherNumbers(name: string, languageId: string, range: TextRange): ReadError {
  const detail = msg(
    "{0} draws from {1}'s generator, which is not reproduced: the numbers here are others of the same distribution",
    name,
    { julia: 'Julia', r: 'R' }[languageId] ?? 'MATLAB',
  );
  return { kind: 'remark', message: formatMessage(detail), detail, range };
}

function languageOf(languageId: string | undefined): Language | undefined {
  return languageId === undefined ? undefined : ownEntry(LANGUAGES, languageId);
}

/** One call of a layer. */
interface Site {
  /** As it is written: `maxpool`, `m`. */
  readonly callee: string;
  /** The function or the class. */
  readonly name: string;
  readonly range: TextRange;
  /** The arguments of the call, between its brackets. */
  readonly given: TextRange;
  /** The arguments of the class that made the object. */
  readonly made?: TextRange;
  /** What R's pipe gives as the first argument. */
  readonly piped?: TextRange;
}

/** An object that is a layer. */
interface LayerObject {
  readonly name: string;
  /** The arguments of its class. */
  readonly made: TextRange;
  /** Up to this offset no other value is assigned to its name. */
  seen: number;
}

/** Blanks between R's pipe and a call. */
const MAX_BLANKS = 200;

/** Layers of networks whose weights are not in the text. */
const WEIGHTED = /\blayer_(?:conv|separable|dense|input)|\bkeras_model/;

const CALLEE = /(?<![\w.$])([A-Za-z_][\w.]*)\(/g;

/** Calls of layers, and of objects that are layers: `m(x)` after `m = MaxPool((2, 2))`, and `MaxPool((2, 2))(x)`. */
function sites(text: string, { layers, classes }: Language, comment: RegExp): Site[] {
  const found: Site[] = [];
  const objects = new Map<string, LayerObject>();
  const skipped = skippedParts(text, comment);
  for (const match of text.matchAll(CALLEE)) {
    const [, callee = ''] = match;
    // The text is read once: only the calls of layers are followed to their ends.
    const known = layerObject(text, match.index, callee, objects);
    if (!known && !Object.hasOwn(layers, callee) && !Object.hasOwn(classes, callee)) continue;
    if (skipped(match.index)) continue;
    const before = text.slice(Math.max(0, match.index - MAX_BLANKS), match.index);
    const pipe = /(?:%>%|\|>)\s*$/.exec(before);
    const piped = pipe && pipedRange(text, match.index - pipe[0].length);
    // What a network only defines, or what a layer with weights gives, is not known.
    const isKept = /^layer_(?:conv|separable)/.test(callee);
    if (piped && (/\bnn_module\(/.test(text.slice(0, match.index)) || (!isKept && WEIGHTED.test(text.slice(...piped)))))
      continue;
    const open = match.index + callee.length;
    const end = endOfCall(text, open);
    const given: TextRange = [open + 1, end - 1];
    if (known) found.push({ callee, name: known.name, made: known.made, range: [match.index, end], given });
    else if (Object.hasOwn(layers, callee))
      found.push({ callee, name: callee, range: [match.index, end], given, ...(piped && { piped }) });
    else if (Object.hasOwn(classes, callee) && piped)
      found.push({ callee, name: callee, range: [match.index, end], given: [end, end], made: given, piped });
    else if (Object.hasOwn(classes, callee)) {
      const after = endOfCall(text, end);
      if (text[end] === '(') {
        found.push({ callee, name: callee, range: [match.index, after], given: [end + 1, after - 1], made: given });
        continue;
      }
      const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
      const target = /^\s*([A-Za-z_][\w.]*)\s*(?:=|<-)\s*$/.exec(line)?.[1];
      if (target !== undefined) objects.set(target, { name: callee, made: given, seen: given[1] });
    }
  }
  return found;
}

/** What is before R's pipe, which begins at `end`: from the start of the statement or from its arrow. */
function pipedRange(text: string, end: number): TextRange {
  let depth = 0;
  let start = end;
  for (; start > 0; start--) {
    const character = text[start - 1]!;
    if (')]}'.includes(character)) depth += 1;
    else if ('([{'.includes(character) && --depth < 0) break;
    else if (depth > 0) continue;
    else if (/[,;=]/.test(character) || (character === '-' && text[start - 2] === '<')) break;
    else if (character === '\n' && !/(?:%>%|\|>|<-)\s*$/.test(text.slice(Math.max(0, start - MAX_BLANKS), start)))
      break;
  }
  const written = text.slice(start, end);
  return [start + written.length - written.trimStart().length, start + written.trimEnd().length];
}

/** Whether an offset is in a comment or in the head of a function. Offsets must grow from call to call: each line is searched once. */
function skippedParts(text: string, comment: RegExp): (offset: number) => boolean {
  let [start, end] = [0, -1];
  let from = Infinity;
  return (offset) => {
    if (offset > end) {
      start = text.lastIndexOf('\n', offset - 1) + 1;
      end = text.indexOf('\n', offset);
      if (end < 0) end = text.length;
      const line = text.slice(start, end);
      const found = [line.search(comment), line.search(/\bfunction\b/)].filter((at) => at >= 0);
      from = start + Math.min(...found);
    }
    return offset > from;
  };
}

/** The object that `name` is where it is called, unless another value was assigned to the name since. */
function layerObject(
  text: string,
  at: number,
  name: string,
  objects: Map<string, LayerObject>,
): LayerObject | undefined {
  const known = objects.get(name);
  if (!known) return undefined;
  if (isAssigned(name, text.slice(known.seen, at))) objects.delete(name);
  known.seen = at;
  return objects.get(name);
}

function isAssigned(name: string, text: string): boolean {
  return new RegExp(`(?:^|[\\n;])[ \\t]*${name.replaceAll('.', '\\.')}[ \\t]*(?:=(?!=)|<-)`).test(text);
}

function argumentsOf(
  text: string,
  { callee, name, range, given, made, piped }: Site,
  literals: CallLiterals,
): CallArguments {
  // Errors have their place at the call.
  const pipe = piped && [{ text: text.slice(...piped), range }];
  const parts = [given, ...(made ? [made] : [])].flatMap(([from, to]) => splitArguments(text, from, to));
  return new CallArguments(made ? name : callee, range, ...sorted([...(pipe ?? []), ...parts]), text, literals);
}

/** Positional arguments, and those with names. */
function sorted(parts: readonly CallArgument[]): [positional: CallArgument[], named: Map<string, CallArgument>] {
  const positional: CallArgument[] = [];
  const named = new Map<string, CallArgument>();
  let key: string | undefined;
  for (const argument of parts) {
    const word = /^["'](Stride|Padding|DilationFactor|DataFormat)["']$/i.exec(argument.text)?.[1];
    const [, keyword, value] = /^([A-Za-z_]\w*)\s*=\s*(?![=>])([^]*)$/.exec(argument.text) ?? [];
    if (key !== undefined) {
      named.set(key, argument);
      key = undefined;
    } else if (word !== undefined) key = word.toLowerCase();
    else if (keyword !== undefined && value !== undefined)
      named.set(keyword, { text: value, range: [argument.range[1] - value.length, argument.range[1]] });
    else positional.push(argument);
  }
  return [positional, named];
}

/** The parts between commas, and Julia's semicolon, of the outermost level. */
function splitArguments(text: string, from: number, to: number): CallArgument[] {
  const found: CallArgument[] = [];
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
