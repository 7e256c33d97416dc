/** Finds the layer calls of MATLAB, Julia and R code whose arguments are literals or names of literals. */
import { formatMessage, LensError, msg } from '../../../message';
import { ownEntry } from '../../../ownEntry';
import type { NdArray } from '../../../array/NdArray';
import type { LayerCall, ReadError, TextRange } from '../../ParseResult';
import type { FoundCall } from '../../python/findCalls';
import { findCodeCalls, readCodeCalls } from '../code/readCodeCalls';
import { byName, splitArguments } from './argumentParts';
import { withoutOwners } from './classConstants';
import { CallArguments, type CallLiterals } from './CallArguments';
import { commentOf, isWolfram, languageOf, type CallLanguage } from './callLanguages';
import { withoutTestMarks } from '../languages/octaveTests';
import { textSites, type TextSite } from './textSites';
import { gradientOfSum } from './gradientOfSum';
import { layerResult } from './layerResult';
import { withUsualBrackets } from './wolframLayers';

export interface ReadCalls {
  readonly calls: readonly LayerCall[];
  /** Why a layer call is not among them. */
  readonly errors: readonly ReadError[];
}

/** Where a text of MATLAB, Julia or R calls a layer; empty for other languages. Nothing is evaluated. */
export function findTextCalls(text: string, languageId: string | undefined): FoundCall[] {
  const language = languageOf(languageId);
  if (!language) return findCodeCalls(text, languageId);
  return textSites(plain(withoutTestMarks(text, languageId), languageId), language, commentOf(languageId!)).map(
    ({ callee, name, range }) => ({
      callee,
      operation: `${/pool/i.test(name) ? 'pool' : /relu\.?$/.test(name) ? 'relu' : 'conv'}_${name.includes('\u2207') ? 'backward' : 'forward'}`,
      range,
    }),
  );
}

/** The prompts of Julia and R, as spaces, and the usual brackets for those of the Wolfram Language. */
function plain(text: string, languageId: string | undefined): string {
  if (isWolfram(languageId)) return withUsualBrackets(text);
  const prompts = text.replace(/^(?:julia>|>) /gm, (prompt) => ' '.repeat(prompt.length));
  return languageId === 'matlab' ? withoutOwners(prompts) : prompts;
}

/** How the documentation of a language shows examples; undefined for languages without layer calls. */
export function examplesOf(languageId: string | undefined): CallLanguage['examples'] {
  return languageOf(languageId)?.examples;
}

/** Whether a name is that of a class whose objects are layers. */
export function isLayerClass(name: string, languageId: string | undefined): boolean {
  return Object.hasOwn(languageOf(languageId)?.classes ?? {}, name);
}

export function readCalls(written: string, languageId: string | undefined, literals: CallLiterals): ReadCalls {
  const text = plain(written, languageId);
  const language = languageOf(languageId);
  const calls: LayerCall[] = [];
  const errors: ReadError[] = [];
  if (!language) return readCodeCalls(text, languageId);
  const computing = { ...literals, compute: computed(text, language, languageId!, literals) };
  for (const site of textSites(text, language, commentOf(languageId!))) {
    const { callee, name, range, made } = site;
    try {
      const args = argumentsOf(text, site, computing);
      const read = made ? language.classes[name]! : language.layers[name]!;
      const layer = gradientOfSum(read(args), callee, range, text);
      const part = PART.exec(text.slice(range[1], range[1] + 80))?.[0];
      const later = laterPart(text, range);
      const notes = [
        ...(part === undefined ? [] : [msg('the text takes only a part of the result of this layer: {0}', part)]),
        ...(later === undefined ? [] : [msg('the text later takes a part of the result of this layer: {0}', later)]),
      ];
      calls.push({ ...layer, callee, range, notation: 'numpy', notes: [...(layer.notes ?? []), ...notes] });
      for (const name of args.drawn) errors.push(otherNumbers(name, languageId!, range));
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
      errors.push({ message: error.message, detail: error.detail, range: error.range ?? range });
    }
  }
  return { calls, errors };
}

/** `[2:end - 1, :]`, `[seq(1, 4, 2), ]`. */
const PART = /^\[(?![ \t:,]*\])[^\]\n]*(?::|\bseq\()[^\]\n]*\]/;

/** A slice with steps of a result in a later statement: `D = C(1:2:end, 1:2:end)`, `C[1:2:end, :]`, `C[seq(1, 4, 2), ]`. */
function laterPart(text: string, [start, end]: TextRange): string | undefined {
  const name = /(?:^|[\n;])[ \t]*([A-Za-z]\w*)[ \t]*(?:=|<-)[ \t]*$/.exec(
    text.slice(Math.max(0, start - 80), start),
  )?.[1];
  if (name === undefined) return undefined;
  const slice = new RegExp(
    `(?<![\\w.])${name}(?:\\([^()\\n]*:[^(),\\n]+:[^()\\n]*\\)|\\[[^\\[\\]\\n]*(?::[^\\[\\],\\n]+:|\\bseq\\()[^\\[\\]\\n]*\\])`,
  );
  const rest = text.slice(end);
  const again = rest.search(new RegExp(`(?:^|\\n)[ \\t]*${name}[ \\t]*(?:=(?!=)|<-)`));
  return slice.exec(again < 0 ? rest : rest.slice(0, again))?.[0];
}

/** Results of layer calls in arguments that one text may need. */
const MAX_COMPUTED = 30;

/** Computes layer calls in arguments: `conv2(conv2(A, K1), K2)`, also through names. */
function computed(
  text: string,
  { layers }: CallLanguage,
  languageId: string,
  literals: CallLiterals,
): NonNullable<CallLiterals['compute']> {
  let count = 0;
  const compute = (name: string, written: string, place: number): NdArray | undefined => {
    const read = ownEntry(layers, name);
    if (!read || ++count > MAX_COMPUTED) return undefined;
    const range = [place, place] as const;
    const parts = splitArguments(written, 0, written.length).map((each) => ({ ...each, range }));
    const args = new CallArguments(name, range, ...byName(parts), text, { ...literals, compute });
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

function argumentsOf(
  text: string,
  { callee, name, range, given, made, piped }: TextSite,
  literals: CallLiterals,
): CallArguments {
  // Errors have their place at the call.
  const pipe = piped && [{ text: text.slice(...piped), range }];
  const passed = splitArguments(text, ...given);
  // Lux passes its parameters and its state with the input.
  const inputs = made && /\bLux\b/.test(text) ? passed.slice(0, 1) : passed;
  const parts = [...inputs, ...(made ? splitArguments(text, ...made) : [])];
  return new CallArguments(made ? name : callee, range, ...byName([...(pipe ?? []), ...parts]), text, literals);
}
