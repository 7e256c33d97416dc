/** Why a text whose layer is computed by a call that is not known does not open. */
import { LensError, msg, type ErrorKind, type Message } from '../../../../core/message';
import type { LayerCall, ParseResult, ReadError, TextRange } from '../../../../core/read/ParseResult';
import { layerOperation } from '../../../../core/read/python/layers/callNames';
import { isElsewhere } from '../../../../core/read/python/modules/unknownMember';
import { isLayerClass } from '../../../../core/read/text/calls/readCalls';
import { hasBody } from '../../../../core/read/text/code/codeSites';
import { arraysInCode } from '../../../../core/read/text/code/readCodeCalls';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import { lineAt } from '../../source/assignment';
import type { TextSource } from '../../source/LensSource';
import { isText } from '../document/pieces';
import { overlap } from '../../source/overlap';
import { isNode, isRemark } from '../problems';
import { endOfCall } from '../calls/endOfCall';
import { unknownLayers, unreadLayers, type UnknownLayer } from '../calls/unknownLayers';
import { errorOf } from '../../source/errorOf';
import { readsElsewhere } from './valuesElsewhere';

/** The calls of a text that may compute a layer and are not known. */
export function unknownCalls(text: string, languageId = 'python', before = ''): UnknownLayer[] {
  // Data have names of layers, and no calls.
  if (/^json/.test(languageId)) return [];
  const comment = commentOf(languageId);
  return arraysOnly(languageId) ? unreadLayers(text, comment) : unknownLayers(text, comment, before);
}

export interface UnknownCall {
  readonly error: LensError;
  readonly callee: string;
  /** Of the callee, in the document. */
  readonly range: TextRange;
  /** The text before and behind the callee. */
  readonly before: string;
  readonly rest: string;
}

/** The last call of the text that computes a layer and is not known; otherwise undefined. */
export function unknownCall(source: TextSource, { arrays, errors }: ParseResult): UnknownCall | undefined {
  const { segments, surroundings = [], languageId = 'python' } = source;
  const before = surroundings.map(({ text }) => text).join('\n');
  const language = arraysOnly(languageId);
  for (const { offset, text } of [...segments].reverse()) {
    const unknown = unknownCalls(text, languageId, before).at(-1);
    if (!unknown) continue;
    const [start, end] = [unknown.range[0] + offset, unknown.range[1] + offset];
    const call = {
      callee: unknown.callee,
      range: [start, end],
      before: `${before}\n${text.slice(0, unknown.range[0])}`,
      rest: text.slice(unknown.range[1]),
    } as const;
    if (language !== undefined) {
      const faulty = faultyArgument({ text, ...unknown }, errors, offset);
      if (faulty) return { ...call, error: errorOf(faulty) };
      return { ...call, error: unreadCall(source, arrays, { text, ...unknown }, language).at([start, end]) };
    }
    const stop = offset + lineAt(text, unknown.range[1]).end;
    const line = offset + lineAt(text, unknown.range[0]).start;
    // Tables have the calls of these languages: an argument is not the cause of another function's failure.
    const isTable = /^(?:r|matlab|octave|scilab|julia)$/.test(languageId);
    const cause = (isTable ? [] : errors).find(
      (error) =>
        error.range[0] <= stop &&
        !isRemark(error) &&
        error.kind !== 'argument' &&
        error.kind !== 'empty' &&
        (error.range[0] >= start || (error.range[0] >= line && !names(error, unknown.callee))),
    );
    const lost = errors.find(({ kind }) => kind === 'notIndented');
    if (lost) return { ...call, error: errorOf(lost) };
    if (cause) return { ...call, error: errorOf(cause) };
    // What it made failed where it was used.
    const used = errors.find(({ kind, detail }) => kind === 'elsewhere' && detail.args[0] === unknown.callee);
    if (used) return { ...call, error: errorOf(used) };
    const made = failedObject(unknown.callee, text.slice(0, unknown.range[0]), offset, errors);
    if (made) return { ...call, error: errorOf(made) };
    if (!isMade(unknown.callee, languageId))
      return { ...call, error: notFound(unknown.callee, `${before}\n${text}`, [start, end]) };
    const message = msg('the text makes {0}, but does not apply it to an array', unknown.callee);
    return { ...call, error: new LensError(message, undefined, [start, end], 'unapplied') };
  }
  return undefined;
}

/** Whether a function makes a known layer, which another call applies. */
function isMade(callee: string, languageId: string): boolean {
  const isClass = layerOperation(callee) !== undefined || isLayerClass(callee, languageId);
  return isClass || isNode(callee) || /\ddLayer$/.test(callee);
}

/** Why a layer that the text calls behind the recorded one is not evaluated: `conv_backward_fast(dout, cache)` of another file. */
export function notEvaluatedBehind(
  { segments, languageId }: TextSource,
  { range: [, end] }: LayerCall,
  errors: readonly ReadError[],
): Message | undefined {
  if (arraysOnly(languageId) !== undefined) return undefined;
  for (const { offset, text } of segments)
    for (const { range } of unknownCalls(text, languageId)) {
      const call = [offset + range[0], offset + endOfCall(text, range[1] + 1)] as const;
      const failed = call[0] < end ? undefined : errors.find((each) => !isRemark(each) && overlap(each.range, call));
      if (failed) return failed.detail;
    }
  return undefined;
}

/** The error of a list that an argument of a call names: one of rows of several lengths. */
function faultyArgument(
  { text, range }: UnknownLayer & { readonly text: string },
  errors: readonly ReadError[],
  offset: number,
): ReadError | undefined {
  const given = new Set(text.slice(range[1], endOfCall(text, range[1] + 1)).match(/[A-Za-z_]\w*/g));
  return errors.find(({ kind, range: [at] }) => {
    const isList = kind === undefined && /^[[{]$/.test(text[at - offset] ?? '');
    const name = isList ? ASSIGNED.exec(text.slice(0, at - offset))?.[1] : undefined;
    return name !== undefined && given.has(name);
  });
}

/** The name to which the statement at the end of a text assigns a value. */
const ASSIGNED = /([A-Za-z_]\w*)\s*(?:\[[^\]\n]*\]\s*)*(?::[^=;\n]*)?=\s*[^=;]*$/;

/** Why a call is not known in code of which only arrays and own functions are read. */
function unreadCall(
  source: TextSource,
  arrays: ParseResult['arrays'],
  { text, callee, range: [start] }: UnknownLayer & { readonly text: string },
  language: string,
): LensError {
  const written = arraysInCode(text, source.languageId ?? 'python').length;
  const elsewhere = written < 2 ? readsElsewhere(source) : undefined;
  if (elsewhere) return elsewhere;
  const error = (detail: Message, kind: ErrorKind): LensError => new LensError(detail, undefined, undefined, kind);
  if (arrays.length === 0 && written === 0 && !/\d\s*,\s*-?\.?\d/.test(text)) return error(noInput(language), 'empty');
  if (DEFINITION.test(text.slice(0, start)) || new RegExp(`\\bclass[ \\t]+${callee}\\b`).test(text))
    return error(unknownInCode(language), 'empty');
  if (/^\w+$/.test(callee) && hasBody(text, callee))
    return error(msg('{0} of the text computes no layer that can be shown', callee), 'noLayer');
  return error(
    msg('{0} is not supported in {1} code: select an input and a filter, or an array', callee, language),
    'noLayer',
  );
}

/** The reason for code of which only arrays that are written out are read, and that has none. */
export function noInput(language: string): Message {
  return msg('no array is written out in this {0} code that could be the input of a layer', language);
}

/** The reason for code that has arrays. */
export function unknownInCode(language: string): Message {
  return msg(
    'no layer of this {0} code is known by its call or its result: select an input and a filter, or an array',
    language,
  );
}

/** Before the name of a function that is defined: Go's `func `, Java's `public void `. */
const DEFINITION = /\b(?:func|fun|fn|def|function|void|int|static)[ \t]+$/;

function names({ detail }: ReadError, callee: string): boolean {
  return detail.args.some((argument) => typeof argument === 'string' && argument.includes(callee));
}

/** The error of the statement that makes the object which is called: `net` in `net = Net()`. */
function failedObject(
  callee: string,
  above: string,
  offset: number,
  errors: readonly ReadError[],
): ReadError | undefined {
  const head = /^\w+/.exec(callee)?.[0];
  if (head === undefined) return undefined;
  const assigned = [...above.matchAll(new RegExp(`^[ \\t]*(?:>>>[ \\t]*)?${head}[ \\t]*=(?!=)`, 'gm'))].at(-1);
  if (!assigned) return undefined;
  const [start, end] = [offset + assigned.index, offset + lineAt(above, assigned.index + assigned[0].length).end];
  return errors.find((error) => !isRemark(error) && error.range[0] >= start && error.range[0] <= end);
}

/** Where a function comes from that the text imports from another file. */
function notFound(callee: string, text: string, range: TextRange): LensError {
  const head = /^\w+/.exec(callee)?.[0] ?? callee;
  const imported = new RegExp(`^[ \\t]*from[ \\t]+([\\w.]+)[ \\t]+import\\b[^\\n#]*\\b${head}\\b`, 'm').exec(text)?.[1];
  const renamed = new RegExp(`^[ \\t]*import[ \\t]+(?:([\\w.]+)[ \\t]+as[ \\t]+)?(${head})\\b`, 'm').exec(text);
  const loaded = new RegExp(`^${head}[ \\t]*=[\\s\\\\]*__import__\\(\\s*['"]([^'"\\n]+)['"]`, 'm').exec(text)?.[1];
  const module = imported ?? renamed?.[1] ?? renamed?.[2] ?? loaded;
  return module !== undefined && isElsewhere(`${module}.${callee}`)
    ? new LensError(msg('{0} comes from {1}, which is not in this text', callee, module), undefined, range, 'elsewhere')
    : new LensError(msg('{0} is not supported', callee), undefined, range);
}

function commentOf(languageId: string): RegExp {
  if (/^(?:matlab|octave)$/.test(languageId)) return /%.*$/gm;
  if (languageId === 'scilab') return /\/\/.*$/gm;
  // Code in a sentence is named, not run.
  if (languageId === 'latex') return /%.*$|\\(?:texttt|lstinline|mintinline)(?:\{\w+\})?\{[^{}]*\}|\\verb(\W).*?\1/gm;
  if (arraysOnly(languageId)) return /\/\/.*$|\/\*[^]*?\*\/|"(?!\w*(?:conv|pool)\w*")(?:[^"\\\n]|\\.)*"/gim;
  if (isText(languageId)) return new RegExp(`${EQUATION}|${PYTHON.source}`, 'gm');
  return PYTHON;
}

/** An equation in words: `y = Pool(ReLU(Conv(I)))`, `dL/dF = conv(X, dL/dO)`, "compute conv(X, F)". */
const EQUATION =
  '(?<=[A-Za-z]{2,} )[Cc]onv\\([A-Za-z],[ \\t]*[A-Za-z]\\)(?![ \\t]*[;\\n])|^[A-Za-z]\\w* = (?:[A-Z]\\w*\\(){2,}[A-Za-z]\\w*\\)+$|(?<![\\w.])[d\u2202]\\w+[ \\t]*/[ \\t]*[d\u2202]\\w+[ \\t]*=.*$';
const PYTHON = /#.*$|'''[^]*?'''|"""[^]*?"""|'[^'\n]*'|"[^"\n]*"/gm;
