/** The meaning of a text without a call of a layer that is supported, from the names and shapes of its arrays. */
import { formatShape } from '../../../../core/array/NdArray';
import { LensError, msg } from '../../../../core/message';
import type { ParsedArray, ParseResult, ReadError } from '../../../../core/read/ParseResult';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import { hyperparameters } from '../../../../core/setup/options/hyperparameters';
import { roleOfName } from '../../../../core/setup/roles';
import type { Choices, RequestedKind } from '../../../../core/setup/Setup';
import type { Segment, TextSource } from '../../source/LensSource';
import { isAboutElse, otherConvolution } from '../refusals/aboutElse';
import { computesElse } from './computesElse';
import { definedMeaning } from '../definitions/definedMeaning';
import { areFilters } from './filtersAlone';
import { failureWithin } from '../refusals/failureWithin';
import { canBeInput, isInputAlone, looksPrinted } from './inputs';
import { readingError, layerMeaning, type LayerMeaning, type Meaning } from '../meaning';
import { isPrintedResult } from './agreement';
import { optionsAsValues } from './optionArrays';
import { pooledInWords } from './pooledInWords';
import { isFailure, isRemark } from '../problems';
import { asShown } from './shownResult';
import { setUpMeaning } from '../setUpMeaning';
import { areOnlyResults, computedFrom, isConverted, isListOfExamples, withoutResults } from './textResults';
import { undefinedFunction } from './undefinedFunction';
import { noInput, unknownCall } from '../refusals/unknownCall';
import { unusedDefinition } from '../definitions/unusedDefinition';
import { withStated } from '../document/withStated';
import { textInSegments } from '../../source/textInSegments';
import { errorOf } from '../../source/errorOf';

/** A layer, arrays or a refusal. */
export function guessMeaning(
  source: TextSource,
  given: ParseResult,
  requested: RequestedKind,
  choices: Choices,
): Meaning {
  const { segments } = source;
  const read = optionsAsValues(given);
  const unknown = unknownCall(source, read);
  if (unknown) {
    const printed = [...(source.printed ?? []).map(({ text }) => text), commentBelow(unknown.rest)];
    for (const { operation, parsed, assumption } of undefinedFunction(unknown, read)) {
      if ((requested ?? operation) !== operation) continue;
      const meaning = layerMeaning(parsed, operation, choices);
      if (isPrintedBy(meaning, operation, printed))
        return { ...meaning, assumptions: [...meaning.assumptions, assumption] };
    }
    return { kind: 'refused', error: unknown.error };
  }
  const computed = requested === undefined ? [] : computedFrom(read, segments);
  const candidates = read.arrays.filter((each) => isCandidate(each, read) && !computed.includes(each));
  if (isListOfExamples(candidates, segments)) {
    if (requested === undefined) return { kind: 'array', parsed: read };
    const message = msg('the text has {0} arrays without names: select the one that is meant', candidates.length);
    return { kind: 'refused', error: new LensError(message, 'input') };
  }
  const distinct = candidates.filter((each) => !isConverted(each, candidates, segments));
  const parsed = {
    ...read,
    arrays: segments.length > 1 ? distinct : withoutResults(distinct, requested, segments),
  };
  const inputs = parsed.arrays.filter(({ name, array, range }) =>
    canBeInput(name, array.shape, textInSegments(segments, range)),
  );
  if (read.arrays.some(({ name }) => /(?:^|\W)import[ \t]?\w|;\s*import\b/.test(name ?? ''))) {
    const message = msg('the code of this text has lost its line breaks: put every statement on a line of its own');
    return { kind: 'refused', error: new LensError(message) };
  }
  const language = arraysOnly(source.languageId);
  const unread = parsed.errors.find((error) => isUnread(error, parsed, segments));
  if (unread && language !== undefined && inputs.length === 0)
    return { kind: 'refused', error: new LensError(noInput(language), undefined, unread.range) };
  if (unread) return { kind: 'refused', error: errorOf(unread) };
  const expression = inUnreadExamples(parsed, segments);
  if (expression && requested !== undefined) return { kind: 'refused', error: expression };
  const results = parsed.arrays.filter(({ name }) => roleOfName(name) === 'result');
  if (
    requested === undefined &&
    (areResults(parsed, segments) ||
      areOnlyResults(inputs, parsed, segments) ||
      isAboutElse(source, parsed.arrays) ||
      computesElse([...inputs, ...results], read, segments, source.surroundings ?? [], source.languageId))
  ) {
    return { kind: 'array', parsed: read };
  }
  const atCursor = segments.every(({ offset }) => offset === parsed.arrays[0]?.range[0]);
  if (requested !== 'pool' && !atCursor && areFilters(parsed.arrays, segments)) {
    if (requested === undefined && parsed.arrays.length > 1) return { kind: 'array', parsed: read };
    const [{ name, array, range }] = parsed.arrays as [ParsedArray];
    const message = msg('{0} is a filter, and the text has no input for it', name ?? formatShape(array.shape));
    return { kind: 'refused', error: new LensError(message, 'input', range) };
  }
  const other = requested === 'pool' ? undefined : otherConvolution(source, inputs);
  if (other) return { kind: 'refused', error: other };
  const idle = isWithoutFilter(parsed) ? unusedDefinition(segments, true) : undefined;
  if (idle) {
    const failed = read.errors.some((error) => !isRemark(error) && error.kind !== 'empty' && error.kind !== 'argument');
    return { kind: 'refused', error: failed ? readingError(read) : idle };
  }
  if (inputs.length > 0 && opens(inputs, parsed, requested, segments)) {
    const [first] = computed.flatMap(({ name }) => (name === undefined ? [] : [name]));
    if (requested !== undefined && areResults(parsed, segments)) return { kind: 'refused', error: resultsAlone() };
    const prints = (values: ParseResult['values']): boolean =>
      isPrintedBy(
        layerMeaning({ ...parsed, values }, 'pool', choices),
        'pool',
        (source.printed ?? []).map(({ text }) => text),
      );
    const pooled = requested === 'conv' ? undefined : pooledInWords(parsed, inputs, source.stated, prints);
    // Both kinds of pooling: an exercise.
    const isOpen = !pooled && requested === undefined && source.stated?.pool?.convolves === false;
    if (isOpen && isWithoutFilter(parsed) && !('kernel' in hyperparameters(parsed.values)))
      return { kind: 'array', parsed: read };
    const kind = pooled ? 'pool' : requested;
    const layered = kind === 'pool' || 'kernel' in hyperparameters(parsed.values) || hasFilter(parsed, inputs);
    const { values, notes: stated } = withStated(pooled ?? parsed, layered ? source.stated : undefined);
    const { arrays } = pooled ?? parsed;
    const surplus = candidates.filter((each) => !parsed.arrays.includes(each));
    const convolves = kind !== 'pool' && hasFilter(parsed, inputs) && !('kernel' in hyperparameters(values));
    const shown = convolves ? asShown({ arrays, values }, surplus, source.stated) : { arrays, values, notes: [] };
    const meaning = layerMeaning({ ...parsed, arrays: shown.arrays, values: shown.values }, kind, choices);
    const notes = [
      ...(pooled?.notes ?? []),
      ...stated,
      ...shown.notes,
      ...(first === undefined
        ? []
        : [msg('{0} is computed in the text by other code: its values may differ from those of this layer', first)]),
      ...(surplus.length > 0
        ? [msg('not used: {0}', surplus.map(({ array }) => formatShape(array.shape)).join(', '))]
        : []),
    ];
    return { ...meaning, assumptions: [...meaning.assumptions, ...notes] };
  }
  const defined = definedMeaning(source, parsed, requested, choices);
  if (defined) return defined;
  const shown = read.arrays.filter(({ array }) => array.shape.length > 0);
  const isCode = segments.some(({ text }) => /^\s*(?:import|from|def|class)\s/m.test(text));
  if (shown.length > 0 || (!isCode && Object.values(read.values).some((value) => typeof value === 'number'))) {
    if (read.errors.length > 0 && shown.length === 0) return { kind: 'refused', error: readingError(read) };
    const filter = shown.find(({ name }) => roleOfName(name) === 'w');
    if (filter && shown.every(({ name }) => roleOfName(name) === 'w' || roleOfName(name) === 'b')) {
      const message = msg('{0} is a filter, and the text has no input for it', filter.name ?? '');
      const failed = isCode && read.errors.some(isFailure);
      return { kind: 'refused', error: failed ? readingError(read) : new LensError(message, 'input', filter.range) };
    }
    return { kind: 'array', parsed: read };
  }
  if (language !== undefined && segments.some(({ text }) => /conv|pool/i.test(text)))
    return { kind: 'refused', error: new LensError(noInput(language)) };
  const lost = read.errors.some(({ kind }) => kind === 'notIndented');
  const unused = lost ? undefined : unusedDefinition(segments, false);
  return {
    kind: 'refused',
    error: (unused && failureWithin(unused, read, segments)) ?? unused ?? readingError(read),
  };
}

/** Whether the text prints the layer's result. */
function isPrintedBy(meaning: LayerMeaning, operation: RequestedKind, printed: readonly string[]): boolean {
  try {
    return isPrintedResult(setUpMeaning(meaning, operation), printed);
  } catch (error) {
    if (error instanceof LensError) return false;
    throw error;
  }
}

/** A result that is kept in comments below a call. */
function commentBelow(rest: string): string {
  const lines = /(?:\n[ \t]*#[^\n]*)+/.exec(rest)?.[0] ?? '';
  return lines.replace(/^[ \t]*#/gm, ' ');
}

function resultsAlone(): LensError {
  return new LensError(msg('these are results: a layer needs its inputs as well'), 'input');
}

/** The error of other arrays, where those that are read have no names: they may be parts of the same example. */
function inUnreadExamples({ arrays, errors }: ParseResult, segments: readonly Segment[]): LensError | undefined {
  if (segments.length > 1 || arrays.length === 0 || arrays.some(({ name }) => name !== undefined)) return undefined;
  const error = errors.find((each) => isFailure(each) && /\]\]/.test(textInSegments(segments, each.range)));
  return error && errorOf(error);
}

function isWithoutFilter({ arrays }: ParseResult): boolean {
  return !arrays.some(({ name }) => roleOfName(name) === 'w');
}

/** A second array that is neither a bias nor a gradient nor a result is the filter. */
function hasFilter({ arrays }: ParseResult, inputs: readonly ParsedArray[]): boolean {
  return (
    arrays.filter(
      (each) => each.array.shape.length > 1 && (inputs.includes(each) || /^[xw]$/.test(roleOfName(each.name) ?? 'x')),
    ).length > 1
  );
}

/** Whether a text is printed output that names results: their inputs are printed with them, but are not to be computed with. */
function areResults({ arrays }: ParseResult, segments: readonly Segment[]): boolean {
  return (
    arrays.length > 1 &&
    arrays.some(({ name }) => roleOfName(name) === 'result' || name?.includes('[')) &&
    arrays.every(({ range }) => looksPrinted(textInSegments(segments, range)))
  );
}

/** Whether an array can have a role: not a number, and not the value of an expression in code that names its arrays. */
function isCandidate({ name, array, ranges, dtype }: ParsedArray, { arrays }: ParseResult): boolean {
  if (array.shape.length === 0) return arrays.length === 1;
  // The result of `Y == expected` is not an input.
  if (dtype === 'bool' && name === undefined && !ranges) return false;
  return name !== undefined || ranges !== undefined || !arrays.some((other) => other.name !== undefined);
}

/** A vector alone is an input where the command or another array implies it; a vector is not a filter for planes. */
function opens(
  inputs: readonly ParsedArray[],
  { arrays, values, errors }: ParseResult,
  requested: RequestedKind,
  segments: readonly Segment[],
): boolean {
  if (requested !== undefined) return true;
  const failed = errors.some((error) => !isRemark(error));
  const filters = arrays.filter(({ name }) => roleOfName(name) === 'w');
  const planes = inputs.some(({ array }) => array.shape.length > 1);
  const fits = filters.length === 0 || filters.some(({ array }) => array.shape.length > 1 || !planes);
  if (!fits && Object.keys(hyperparameters(values)).length === 0) return false;
  return (
    filters.length > 0 ||
    // What is printed without a name below code that does not run is a result.
    inputs.some(
      ({ name, array, range }) =>
        !(failed && name === undefined && looksPrinted(textInSegments(segments, range))) &&
        isInputAlone(name, array.shape, failed),
    )
  );
}

/** Whether an error keeps an array with a role from being read. */
function isUnread(error: ReadError, { arrays }: ParseResult, segments: readonly Segment[]): boolean {
  const [at] = error.range;
  const segment = segments.find(({ offset, text }) => offset <= at && at <= offset + text.length);
  if (!segment || isRemark(error)) return false;
  const local = at - segment.offset;
  const start = segment.text.lastIndexOf('\n', local - 1) + 1;
  const name = /^[ \t]*([A-Za-z_][\w.]*)[ \t]*=[^=]/.exec(segment.text.slice(start, start + 200))?.[1];
  const role = roleOfName(name);
  return role !== undefined && role !== 'result' && !arrays.some((each) => each.name === name);
}
