/** Arrays of a text without a layer call that are results: computed from others, or shown below them. */
import { escapePattern } from '../../../../../core/escapePattern';
import { readPrinted } from '../../../../../core/read/prints/readPrinted';
import { sizeOf } from '../../../../../core/array/NdArray';
import type { ParsedArray, ParseResult, TextRange } from '../../../../../core/read/ParseResult';
import { makeResult } from '../../../../../core/read/text/tables/resultWords';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { RequestedKind } from '../../../../../core/setup/Setup';
import type { Segment, TextSource } from '../../../source/LensSource';
import { isFilledFrom, isReturnedFor } from './inputs';

/** Arrays that the text computes from others: they are results. */
export function computedFrom({ arrays }: ParseResult, segments: readonly Segment[]): ParsedArray[] {
  const names = arrays.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return arrays.filter(
    ({ name }) =>
      name !== undefined &&
      roleOfName(name) !== 'x' &&
      segments.some(({ text }) => isFilledFrom(name, names, text) || isReturnedFor(name, names, text)),
  );
}

/** Whether an array is another one in a different form: `b = tf.convert_to_tensor(a)`. */
export function isConverted(
  { name }: ParsedArray,
  others: readonly ParsedArray[],
  segments: readonly Segment[],
): boolean {
  if (name === undefined || !/^\w+$/.test(name)) return false;
  return segments.some(({ text }) => {
    const line = new RegExp(
      `^[ \\t]*${name}[ \\t]*=[ \\t]*([A-Za-z_][\\w.]*)\\([ \\t]*([A-Za-z_]\\w*)[ \\t]*[,)]`,
      'm',
    ).exec(text);
    if (!line || !CONVERTS.test(line[1]!)) return false;
    return line[2] !== name && others.some((other) => other.name === line[2]);
  });
}

/** Names that a text gives to the array in another form: `x` of `x = Tensor(x_init)`. */
export function formsOf(name: string, text: string): string[] {
  const lines = text.matchAll(/^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*([A-Za-z_][\w.]*)\([ \t]*([A-Za-z_]\w*)[ \t]*[,)]/gm);
  return [...lines].flatMap(([, form = '', callee = '', source]) =>
    source === name && form !== name && CONVERTS.test(callee) ? [form] : [],
  );
}

const CONVERTS =
  /(?:^|\.)(?:array|asarray|asanyarray|tensor|as_tensor|from_numpy|to_tensor|Tensor|constant|Variable|convert_to_tensor|float32|float64|copy|deepcopy|identity|\w+_like)$/;

/**
 * Of arrays without names in a text, the first is the input and, unless pooling is asked for, the second the filter; further ones
 * are results or other examples, unless the text is about gradients.
 */
export function withoutResults(
  candidates: readonly ParsedArray[],
  requested: RequestedKind,
  segments: readonly Segment[],
): readonly ParsedArray[] {
  if (candidates.some(({ name }) => name !== undefined)) return candidates;
  if (segments.some(({ text }) => /grad|backward|\bd[ZAYX]\b|\u68af\u5ea6|\u53cd\u5411/i.test(text))) return candidates;
  return candidates.slice(0, requested === 'pool' ? 1 : 2);
}

/** Whether the words above an array make it a result. */
export function isAnswer([start]: TextRange, { segments, around }: Pick<TextSource, 'segments' | 'around'>): boolean {
  return segments.some(({ offset, text }) => {
    const words = `${around?.before ?? ''}${text.slice(0, Math.max(0, start - offset))}`.slice(-REACH);
    const line = words
      .replace(/[\s$`\\[]*(?:[A-Za-z]\w*\s*=)?[\s$`\\[]*(?:\n`{3,}\w*\n[\s[]*)?$/, '')
      .split('\n')
      .at(-1)!;
    return offset <= start && start <= offset + text.length && makeResult(line);
  });
}

/** Characters of words above an array. */
const REACH = 200;

/** An input, a filter, a bias and a gradient are the most that one layer has. */
const MOST_UNNAMED = 4;

/** Many arrays without names in one text: inputs and results of several examples. */
export function isListOfExamples(candidates: readonly ParsedArray[], segments: readonly Segment[]): boolean {
  const unnamed = candidates.every(({ name }) => name === undefined);
  return unnamed && segments.length === 1 && candidates.length > MOST_UNNAMED;
}

/** Whether the only candidates for an input are results: next to others, compared, or as a matrix of LaTeX below an equation's sign. */
export function areOnlyResults(
  inputs: readonly ParsedArray[],
  { arrays }: ParseResult,
  segments: readonly Segment[],
): boolean {
  const gradients = arrays.filter(({ name }) => /^d|grad/i.test(name ?? '') && roleOfName(name) !== undefined);
  const results = arrays.filter(({ name }) => roleOfName(name) === 'result');
  const filters = arrays.some(({ name }) => roleOfName(name) === 'w');
  const isLatex = ({ name = '', range: [start] }: ParsedArray): boolean =>
    segments.some(
      ({ offset, text }) => text.startsWith('\\begin', start - offset) && !(filters && isConvolved(name, text)),
    );
  return (
    inputs.length > 0 &&
    inputs.every(
      (input) =>
        roleOfName(input.name) === 'result' &&
        // A gradient of a smaller output: the array is what the layer takes.
        !gradients.some(({ array }) => sizeOf(array.shape) < sizeOf(input.array.shape)) &&
        (gradients.length > 0 || (!filters && results.length > 1) || isLatex(input) || isCompared(input, segments)),
    )
  );
}

/** Whether every array is a part of a larger one, as a program printed it: `x[1,1] =` above its numbers. */
export function arePrintedParts(arrays: readonly ParsedArray[], segments: readonly Segment[]): boolean {
  const parts = segments.flatMap(({ offset, text }) =>
    readPrinted(text).flatMap(({ label, value: { range } }) =>
      label?.index === undefined ? [] : [[offset + range[0], offset + range[1]] as const],
    ),
  );
  const isPart = ({ range: [start, end] }: ParsedArray): boolean =>
    parts.some(([from, to]) => from <= start && end <= to);
  return parts.length > 0 && arrays.length > 0 && arrays.every(isPart);
}

/** Whether the text pads the array: the options of the layer to which it belongs are not to be applied to it again. */
export function isPaddedInText(name: string | undefined, segments: readonly Segment[]): boolean {
  if (name === undefined || !/^\w+$/.test(name)) return false;
  const assigned = new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*\\w+\\.pad\\(`, 'm');
  return segments.some(({ text }) => assigned.test(text));
}

/** Whether an array is a kernel or the result of a padding by its name, or one that the text only prints, with its values in comments. */
export function isNoImage({ name }: ParsedArray, segments: readonly Segment[]): boolean {
  if (name === undefined) return false;
  if (/_pad(?:ded)?$|^k_/i.test(name)) return true;
  const printed = new RegExp(
    `^[ \\t]*print[ \\t]*\\([ \\t]*${escapePattern(name)}[ \\t]*\\)[ \\t]*\\n[ \\t]*#[ \\t]*\\[`,
    'm',
  );
  return roleOfName(name) !== 'x' && segments.some(({ text }) => printed.test(text));
}

/** Whether LaTeX or the words have a convolution of the array: `A \\star K`, "the cross-correlation of $A$ with $K$". */
function isConvolved(name: string, text: string): boolean {
  const words = `(?:[Cc]onvol|[Cc]orrelat|[Ff]alt|[Ff]ilter)[^.\\n]{0,20}?(?<![\\w\\\\])${escapePattern(name)}\\$?\\s+(?:with|by|and|mit|und|avec|et)\\b`;
  return new RegExp(
    `${words}|(?<![\\w\\\\])${escapePattern(name)}\\s*(?:\\\\(?:star|ast|circledast|otimes)\\b|\\*)`,
  ).test(text);
}

/** Whether an assertion names the array. */
function isCompared({ name }: ParsedArray, segments: readonly Segment[]): boolean {
  const compares = new RegExp(`\\b(?:assert|\\w*(?:allclose|isclose|equal)\\()[^\\n]*(?<![\\w.])${name ?? ''}(?!\\w)`);
  return segments.some(({ text }) => compares.test(text));
}
