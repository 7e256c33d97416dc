/** The meaning of a text without a call of a layer that is supported, from the names and shapes of its arrays. */
import { LensError, msg } from '../../../../core/message';
import type { ParseResult } from '../../../../core/read/ParseResult';
import { isShown } from '../../../../core/read/text/agreement/layouts';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import { writtenOperation } from '../../../../core/setup/options/writtenOperation';
import type { Choices, RequestedKind } from '../../../../core/setup/Setup';
import type { TextSource } from '../../source/LensSource';
import { readSource } from '../../source/readSource';
import { isText } from '../document/pieces';
import { arraysAbove } from '../cursor/arraysAbove';
import { definedMeaning } from '../definitions/definedMeaning';
import { unusedDefinition } from '../definitions/unusedDefinition';
import { layerMeaning, readingError, refused, type Meaning } from '../meaning';
import { isFailure } from '../problems';
import { failureWithin } from '../refusals/failureWithin';
import { arraysOfCode } from '../refusals/readableArrays';
import { readsElsewhere, withoutDeclarations } from '../refusals/valuesElsewhere';
import { faultyList } from '../refusals/unread';
import { noInput, unknownCall, unknownInCode, type UnknownCall } from '../refusals/unknownCall';
import { arrayLayer, isPrintedBy } from './arrayLayer';
import { guessFrom, type Guess } from './arrays/Guess';
import { dictionaryArrays, operandsInOrder, unclearOperands } from './arrays/dictionaryArrays';
import { withGradient } from './words/gradientInWords';
import { withNamedKernel } from './words/kernelInWords';
import { optionsAsValues } from './arrays/optionArrays';
import { paddedInWords, paddedPair } from './words/paddedPair';
import { printedModule } from './shown/printedModule';
import { reluInWords } from './words/reluInWords';
import { transposedInWords } from './words/transposedInWords';
import { undefinedFunction } from './undefinedFunction';
import { arraysAlone, lostLineBreaks, withoutLayer } from './noLayer/withoutLayer';

/** A layer, arrays or a refusal. */
export function guessMeaning(
  source: TextSource,
  given: ParseResult,
  requested: RequestedKind,
  choices: Choices,
): Meaning {
  const named = optionsAsValues(operandsInOrder(dictionaryArrays(withoutDeclarations(given, source), source)));
  const read = withNamedKernel(withGradient(named, source), source);
  const found = unknownCall(source, read);
  // A sentence that describes the pooling names the class that computes it.
  const isDescribed =
    found?.error.kind === 'unapplied' && isText(source.languageId) && source.stated?.pool?.window !== undefined;
  const unknown = isDescribed ? undefined : found;
  const printed = unknown && printedModule(unknown, source, read);
  if (printed) return layerMeaning({ ...read, calls: [printed] }, requested, choices);
  if (unknown && source.segments.some(({ text }) => JOINED_IMPORTS.test(text))) return refused(lostLineBreaks());
  if (unknown) return undefinedLayer(unknown, source, read, requested, choices) ?? refused(unknown.error);
  const operation = writtenOperation(read.values);
  if (operation?.kind === 'other') return refused(new LensError(msg('{0} is not supported', operation.name)));
  const unclear = operation && unclearOperands(operation, read);
  if (unclear) return refused(unclear);
  const guess = guessFrom(source, read, requested, choices);
  return (
    withoutCall(guess) ??
    withoutLayer(guess) ??
    arrayLayer(guess) ??
    definedMeaning(source, guess.parsed, requested, choices) ??
    arraysAlone(guess) ??
    shownAbove(source, read) ??
    inCode(source, read) ??
    refused(withoutArrays(source, read))
  );
}

/** Arrays of the text above, where nothing of the text itself failed; of one whose value is printed with other numbers, those. */
function shownAbove(source: TextSource, read: ParseResult): Meaning | undefined {
  const above = read.errors.some(isFailure) ? undefined : arraysAbove(source);
  if (!above) return undefined;
  const [[shown, ...others], [computed, ...rest]] = [printedArrays(source), above.arrays];
  const isOther =
    shown && computed && others.length + rest.length === 0 && !isShown(computed.array, shown.array, 'nhwc');
  return { kind: 'array', parsed: isOther ? { ...above, arrays: [{ ...shown, name: computed.name }] } : above };
}

function printedArrays(source: TextSource): ParseResult['arrays'] {
  return (source.printed ?? []).length > 0 ? readSource({ ...source, segments: [], surroundings: [] }).arrays : [];
}

/** Arrays of code, or what a session without other arrays prints, in a text that is about no layer. */
function inCode(source: TextSource, read: ParseResult): Meaning | undefined {
  const { segments } = source;
  // The argument of a call at the cursor is refused with that reason.
  const isArgument = read.errors.some(({ kind }) => kind === 'argument');
  if (isArgument || segments.some(({ text }) => LAYER.test(text))) return undefined;
  const shown = read.errors.some(isFailure) ? [] : printedArrays(source);
  const arrays = shown.length > 0 ? shown : arraysOfCode(source);
  return arrays.length > 0 ? { kind: 'array', parsed: { ...read, arrays, errors: [] } } : undefined;
}

const LAYER = /conv(?!er|ent|ey|inc)|pool/i;

/** `from a import b from c import d` on one line. */
const JOINED_IMPORTS = /\bimport [\w., ]*\w (?:from [\w.]+ )?import \w/;

/** A padding, a transposed convolution or ReLU in words. */
function withoutCall(guess: Guess): Meaning | undefined {
  const { source, parsed, requested, choices } = guess;
  const padded =
    requested === undefined ? (paddedPair(parsed.arrays) ?? paddedInWords(parsed.arrays, source)) : undefined;
  const call = padded ?? (requested === 'pool' ? undefined : transposedInWords(guess)) ?? reluInWords(guess);
  return call && layerMeaning({ ...parsed, calls: [call] }, requested, choices);
}

/** The layer of a call of a function that the text does not define, by the names of its options. */
function undefinedLayer(
  unknown: UnknownCall,
  source: TextSource,
  read: ParseResult,
  requested: RequestedKind,
  choices: Choices,
): Meaning | undefined {
  const below = `${unknown.rest}${source.around?.after ?? ''}`;
  const printed = [...(source.printed ?? []).map(({ text }) => text), commentBelow(below)];
  const found = undefinedFunction(unknown, read);
  if (!found || (requested ?? found.operation) !== found.operation) return undefined;
  const meaning = layerMeaning(found.parsed, found.operation, choices);
  const isOther = printed.some((text) => /\[\s*-?\.?\d/.test(text)) && !isPrintedBy(meaning, found.operation, printed);
  const notes = isOther ? [msg('the text prints another result')] : [];
  return { ...meaning, assumptions: [...meaning.assumptions, found.assumption, ...notes] };
}

/** A result that is kept in comments below a call. */
function commentBelow(rest: string): string {
  const lines = /(?:\n[ \t]*#[^\n]*)+/.exec(rest)?.[0] ?? '';
  return lines.replace(/^[ \t]*#/gm, ' ');
}

/** Three numbers in a row. */
const LIST = /\d\s*,\s*-?\.?\d[\d.]*\s*,\s*-?\.?\d/;

/** The reason for code without arrays. */
function withoutArrays(source: TextSource, read: ParseResult): LensError {
  const { segments, languageId, line } = source;
  const elsewhere = readsElsewhere(source);
  if (elsewhere) return elsewhere;
  const language = arraysOnly(languageId);
  const isLayer = segments.some(({ text }) => /conv|pool/i.test(text) && !LIST.test(text));
  if (language !== undefined && isLayer) return new LensError(noInput(language), undefined, undefined, 'empty');
  const isEmpty = read.errors.every(({ kind }) => kind === 'empty');
  if (language !== undefined && isEmpty && arraysOfCode(source).length > 0)
    return new LensError(unknownInCode(language));
  const isLost = read.errors.some(({ kind }) => kind === 'notIndented');
  const unused = isLost ? undefined : unusedDefinition(segments, false, line);
  // Other languages than Python have no runs of functions as tests: their errors are those of literals.
  const runsTests = !/^(?:matlab|octave|julia|r)$/.test(languageId ?? '');
  const within = unused && runsTests ? failureWithin(unused, read, segments) : undefined;
  return within ?? unused ?? faultyList(segments) ?? readingError(read);
}
