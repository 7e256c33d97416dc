/** Why the arrays of a text are not those of a layer: the arrays alone are shown, or nothing with the reason. */
import { formatShape } from '../../../../../core/array/NdArray';
import { LensError, msg } from '../../../../../core/message';
import type { ParsedArray, ParseResult } from '../../../../../core/read/ParseResult';
import { casesOfCode } from '../../../../../core/read/text/code/readCodeCalls';
import { arraysOnly } from '../../../../../core/read/text/languages/arraysOnly';
import { writtenOperation } from '../../../../../core/setup/options/writtenOperation';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { Segment, TextSource } from '../../../source/LensSource';
import { errorOf } from '../../../source/errorOf';
import { textInSegments } from '../../../source/textInSegments';
import { isOfOtherLayer } from '../../document/layerHeads';
import { isText } from '../../document/pieces';
import { unusedDefinition } from '../../definitions/unusedDefinition';
import { layerMeaning, readingError, refused, type Meaning } from '../../meaning';
import { isFailure, isRemark } from '../../problems';
import { filterOnlyNamed, isAboutElse, needsNoFilter, otherConvolution } from '../../refusals/aboutElse';
import { isOfOtherMatter } from './otherMatter';
import { noInput } from '../../refusals/unknownCall';
import { isUnread, unreadInput } from '../../refusals/unread';
import { channelsInRows } from '../arrays/channelsInRows';
import { computesElse } from './computesElse';
import { computedElsewhere } from './computedElsewhere';
import { lacksFilter } from './evidenceOfFilter';
import { showsOther } from './showsOther';
import { areFilters, isFilterInWords } from '../arrays/filtersAlone';
import { shownAmong } from '../shown/shownResult';
import { showsPooling } from '../words/pooledInWords';
import { areResults, hasFilter, hasKernelSize, isWithoutFilter, type Guess } from '../arrays/Guess';
import {
  areOnlyResults,
  arePrintedParts,
  isAnswer,
  isListOfExamples,
  isPaddedInText,
  isNoImage,
} from '../arrays/textResults';

/** Undefined where none of the reasons applies. */
export function withoutLayer(guess: Guess): Meaning | undefined {
  return (
    configuration(guess) ??
    examples(guess) ??
    channelsAlone(guess) ??
    refusedFor(channelsInRows(guess)) ??
    lostLines(guess) ??
    gluedColumns(guess) ??
    unreadArrays(guess) ??
    printedParts(guess) ??
    computedElsewhere(guess) ??
    otherMatter(guess) ??
    filtersOnly(guess) ??
    unusedModule(guess)
  );
}

function refusedFor(reason: LensError | undefined): Meaning | undefined {
  return reason && refused(reason);
}

/** A file of JSON or YAML that only configures layers: its lists are sizes and options. */
function configuration({ source: { languageId, segments }, read }: Guess): Meaning | undefined {
  const key = languageId === 'json' ? LAYER_KEY : LAYER_LINE;
  const isOfLayers = segments.some(({ text }) => key.test(text));
  const hasValues = read.arrays.some(
    ({ name = '', array }) =>
      array.shape.length > 1 || (!/(?:shape|size|dims?)$/i.test(name) && /^[xw]$/.test(roleOfName(name) ?? '')),
  );
  if (!isOfLayers || hasValues) return undefined;
  return refused(new LensError(msg('this configures layers with sizes and options, and has no values of an input')));
}

/** Keys of YAML. */
const LAYER_LINE = /^[ \t]*(?:- )?(?:kernel|pool|window)_?(?:size|shape):[ \t]*\[?\d[^\n]*\n[ \t]*(?:- )?\w+:/m;
const LAYER_KEY = /"(?:kernel|pool|window)_?(?:size|shape)?"\s*:|"[^"\n]*(?:conv(?!er)|pool)[^"\n]*"/i;

/** Arrays of several cases, or without names, each an example of its own. */
function examples({ source, requested, choices, read, parsed, candidates }: Guess): Meaning | undefined {
  // The tensors of one operation are parts of its graph.
  const isGraph = writtenOperation(read.values) !== undefined && areNamedApart(candidates);
  const isTable = !isGraph && areOfSeveralCases(candidates, source);
  if (!isTable && (!isListOfExamples(candidates, source.segments) || showsPooling(candidates, source.stated)))
    return undefined;
  const shown = isTable || requested === 'pool' ? undefined : shownAmong(candidates);
  if (shown) {
    const { note, ...layer } = shown;
    return { ...layerMeaning({ ...parsed, ...layer }, requested, choices), assumptions: [note] };
  }
  if (requested === undefined) return { kind: 'array', parsed: read };
  const message = isTable
    ? msg('the text has several examples: select the arrays of one')
    : msg('the text has {0} arrays without names: select the one that is meant', candidates.length);
  return refused(new LensError(message, 'input'));
}

function areNamedApart(arrays: readonly ParsedArray[]): boolean {
  return new Set(arrays.map(({ name }) => name)).size === arrays.length;
}

/** Whether arrays are those of several cases of a table of tests. */
function areOfSeveralCases(arrays: readonly ParsedArray[], { segments, languageId }: TextSource): boolean {
  return segments.some(({ offset, text }) => {
    const cases = casesOfCode(text, languageId);
    return (
      cases.filter(([start, end]) => arrays.some(({ range: [at] }) => start <= at - offset && at - offset < end))
        .length > 1
    );
  });
}

const CHANNEL = /^(?:[rgb]|red|green|blue)$/i;

/** The channels of one image, without a filter: none of them is the filter or the gradient of another one. */
function channelsAlone({ requested, read, parsed }: Guess): Meaning | undefined {
  const channels = parsed.arrays.filter(({ name }) => CHANNEL.test(name ?? ''));
  const areAlike = new Set(channels.map(({ array }) => array.shape.join())).size === 1;
  if (channels.length < 3 || !areAlike || !isWithoutFilter(parsed)) return undefined;
  if (requested === undefined) return { kind: 'array', parsed: read };
  return refused(
    new LensError(msg('{0} are the channels of one image, and the text has no filter for it', 'R, G, B'), 'filter'),
  );
}

function lostLines({ read }: Guess): Meaning | undefined {
  if (!read.arrays.some(({ name }) => /(?:^|\W)import[ \t]?\w|;\s*import\b/.test(name ?? ''))) return undefined;
  return refused(lostLineBreaks());
}

export function lostLineBreaks(): LensError {
  return new LensError(msg('the code of this text has lost its line breaks: put every statement on a line of its own'));
}

const LEADING_ZERO = /^[ \t]*0\d+[ \t]*$/m;

/** A page that lost the blanks between columns: `510`, `024` in rows below each other. */
function gluedColumns({ source: { segments, languageId }, parsed }: Guess): Meaning | undefined {
  if (!isText(languageId)) return undefined;
  const glued = parsed.arrays.find(
    ({ array: { shape, data }, range }) =>
      shape[0] === data.length && data.length > 1 && LEADING_ZERO.test(textInSegments(segments, range)),
  );
  if (!glued) return undefined;
  const rows = textInSegments(segments, glued.range).match(/\d+/g)!.join(', ');
  const message = msg(
    'the columns of {0} have no blanks between them: {1}',
    glued.name ?? formatShape(glued.array.shape),
    rows,
  );
  return refused(new LensError(message, undefined, glued.range));
}

/** Arrays that could not be read and may be those of the layer. */
function unreadArrays({ source, requested, parsed, inputs }: Guess): Meaning | undefined {
  const { segments, languageId } = source;
  const language = arraysOnly(languageId);
  const unread = parsed.errors.find((error) => isUnread(error, parsed, segments));
  if (unread && language !== undefined && inputs.length === 0)
    return refused(new LensError(noInput(language), undefined, unread.range, 'empty'));
  if (unread) return refused(errorOf(unread));
  const expression = requested === undefined ? undefined : inUnreadExamples(parsed, segments);
  return expression && refused(expression);
}

/** Cells of larger arrays in the output of a program: neither of two is a filter of the other. */
function printedParts({ source: { segments, languageId }, requested, read, parsed }: Guess): Meaning | undefined {
  if (!isText(languageId) || !arePrintedParts(parsed.arrays, segments)) return undefined;
  if (requested === undefined) return { kind: 'array', parsed: read };
  return refused(
    new LensError(msg('the text has printed parts of arrays: a layer needs the code that computed them'), 'input'),
  );
}

/** Results, or a text about something other than a layer. */
function otherMatter(guess: Guess): Meaning | undefined {
  const { source, requested, read, parsed, inputs } = guess;
  if (requested !== undefined || read.arrays.every(({ array }) => array.shape.length === 0)) return undefined;
  // The operands of an operation that the data name.
  if (writtenOperation(read.values)?.kind === 'conv' && !isWithoutFilter(parsed)) return undefined;
  const { segments, surroundings = [], languageId } = source;
  const results = parsed.arrays.filter(({ name }) => roleOfName(name) === 'result');
  const isAlone =
    inputs.length > 0 &&
    isWithoutFilter(parsed) &&
    !hasKernelSize(parsed.values) &&
    !hasFilter(parsed, inputs) &&
    !source.stated?.pool;
  const [only, ...rest] = parsed.arrays;
  const isPooled = source.stated?.pool && only && rest.length === 0 && !isAnswer(only.range, source);
  const isOther =
    areResults(parsed, segments) ||
    (!isPooled && areOnlyResults(inputs, parsed, segments)) ||
    (isWithoutFilter(parsed) && inputs.some(({ name }) => isPaddedInText(name, segments))) ||
    segments.some(({ text }) => isOfOtherLayer(text)) ||
    isAboutElse(source, parsed.arrays) ||
    // A table of data, which states no filter.
    (isAlone && /^(?:csv|tsv)$/.test(languageId ?? '') && inputs.every(({ name }) => roleOfName(name) !== 'x')) ||
    (isAlone && isText(languageId) && segments.some(({ text }) => LABELLED_ROWS.test(text))) ||
    (isAlone && showsOther(source, inputs)) ||
    (isAlone && inputs.every((each) => isOfOtherMatter(each, source) || isNoImage(each, segments))) ||
    // The result of words is that of another filter than the assumed one.
    (isAlone && isText(languageId) && read.arrays.some(({ name }) => roleOfName(name) === 'result')) ||
    (isWithoutFilter(parsed) && !hasKernelSize(parsed.values) && needsNoFilter(source, !hasFilter(parsed, inputs))) ||
    (!hasKernelSize(parsed.values) && lacksFilter(guess)) ||
    computesElse([...inputs, ...results], read, segments, surroundings, languageId);
  return isOther ? { kind: 'array', parsed: read } : undefined;
}

/** A table of Markdown whose rows begin with words: of data, not of an image. */
const LABELLED_ROWS = /^[ \t]*\|?[ \t]*:?-[-: \t]*\|[-:| \t]*\n[ \t]*\|?[ \t*_`]*\p{L}/mu;

/** Filters without an image, and convolutions that are not the layer's. */
function filtersOnly({ source, requested, read, parsed, inputs }: Guess): Meaning | undefined {
  if (requested === 'pool') return undefined;
  const { segments } = source;
  const isAtCursor = segments.every(({ offset }) => offset === parsed.arrays[0]?.range[0]);
  const [first] = parsed.arrays;
  if (first && !isAtCursor && areFilters(parsed.arrays, segments)) {
    if (requested === undefined && parsed.arrays.length > 1) return { kind: 'array', parsed: read };
    return refused(filterWithoutInput(first, read, segments));
  }
  if (first && isAtCursor && isFilterInWords(first, source)) return refused(filterWithoutInput(first, read, segments));
  const other = inputs.length > 0 ? otherConvolution(source, parsed.arrays) : undefined;
  const isAlone = inputs.length > 0 && isWithoutFilter(parsed) && inputs.length < 2 && !source.stated?.pool;
  const reason = other ?? (isAlone ? filterOnlyNamed(source) : undefined);
  return refusedFor(reason);
}

function unusedModule({ source, read, parsed }: Guess): Meaning | undefined {
  const idle = isWithoutFilter(parsed) ? unusedDefinition(source.segments, true) : undefined;
  if (!idle) return undefined;
  const failed = read.errors.some((error) => !isRemark(error) && error.kind !== 'empty' && error.kind !== 'argument');
  return refused(failed ? readingError(read) : idle);
}

/** Arrays, where none of them can be an input; the reason where there are only filters. Undefined for code without arrays. */
export function arraysAlone({ source, read, requested }: Guess): Meaning | undefined {
  const shown = read.arrays.filter(({ array }) => array.shape.length > 0);
  const isCode = source.segments.some(({ text }) => /^[ \t]*(?:import|from|def|class|function)\s/m.test(text));
  const hasNumbers = Object.values(read.values).some((value) => typeof value === 'number');
  if (shown.length === 0 && (isCode || !hasNumbers || arraysOnly(source.languageId) !== undefined)) return undefined;
  if (shown.length === 0 && (read.errors.length > 0 || isText(source.languageId))) return refused(readingError(read));
  const filter = shown.find(({ name }) => roleOfName(name) === 'w');
  // A header of weights.
  const isHeader = requested === undefined && shown.length > 1 && arraysOnly(source.languageId) !== undefined;
  if (!filter || isHeader || !shown.every(({ name }) => /^[wb]$/.test(roleOfName(name) ?? '')))
    return { kind: 'array', parsed: read };
  return refused(
    isCode && read.errors.some(isFailure) ? readingError(read) : filterWithoutInput(filter, read, source.segments),
  );
}

function filterWithoutInput(
  { name, array, range }: ParsedArray,
  read: ParseResult,
  segments: readonly Segment[],
): LensError {
  const unread = unreadInput(read, segments);
  if (unread) return errorOf(unread);
  const message = msg('{0} is a filter, and the text has no input for it', name ?? formatShape(array.shape));
  return new LensError(message, 'input', range, 'empty');
}

/** The error of other arrays, where those that are read have no names: they may be parts of the same example. */
function inUnreadExamples({ arrays, errors }: ParseResult, segments: readonly Segment[]): LensError | undefined {
  if (segments.length > 1 || arrays.length === 0 || arrays.some(({ name }) => name !== undefined)) return undefined;
  const error = errors.find((each) => isFailure(each) && /\]\]/.test(textInSegments(segments, each.range)));
  return error && errorOf(error);
}
