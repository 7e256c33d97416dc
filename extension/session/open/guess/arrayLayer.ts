/** The layer of a text's arrays, with the options that its words and results state. */
import { escapePattern } from '../../../../core/escapePattern';
import { formatShape } from '../../../../core/array/NdArray';
import { LensError, msg, type Message } from '../../../../core/message';
import type { OptionsInWords } from '../../../../core/read/documents/stated/statedOptions';
import type { ParsedArray, ParseResult } from '../../../../core/read/ParseResult';
import { hyperparameters } from '../../../../core/setup/options/hyperparameters';
import { guessRoles, roleOfName } from '../../../../core/setup/roles/roles';
import type { RequestedKind } from '../../../../core/setup/Setup';
import type { TextSource } from '../../source/LensSource';
import { textInSegments } from '../../source/textInSegments';
import { isText } from '../document/pieces';
import { withStated } from '../document/withStated';
import { layerMeaning, refused, type LayerMeaning, type Meaning } from '../meaning';
import { isRemark } from '../problems';
import { setUpMeaning } from '../setUpMeaning';
import { isPrintedResult } from './shown/agreement';
import { areResults, hasFilter, hasKernelSize, isWithoutFilter, type Guess } from './arrays/Guess';
import { isInputAlone, looksPrinted } from './arrays/inputs';
import { withGradientOfOnes } from './words/gradientOfOnes';
import { hasCallAround } from './noLayer/showsOther';
import { GRADIENT, pooledGradient } from './words/pooledGradient';
import { pooledInWords } from './words/pooledInWords';
import { asShown } from './shown/shownResult';

/** Undefined where the arrays are not those of a layer. */
export function arrayLayer(guess: Guess): Meaning | undefined {
  const { source, requested, read, parsed, inputs } = guess;
  const { segments } = source;
  if (inputs.length === 0 || !opens(inputs, parsed, requested, source)) return undefined;
  if (requested !== undefined && areResults(parsed, segments)) return refused(resultsAlone());
  // The line at the cursor names another layer than a convolution, for which no filter is assumed.
  const isOther = requested === undefined && isWithoutFilter(parsed) && !hasKernelSize(parsed.values);
  if (isOther && otherSteps(source).length > 0 && !segments.some(({ text }) => LAYERS.test(text)))
    return { kind: 'array', parsed: read };
  const { stated, notes } = withoutAppliedPad(source, inputs);
  const backward = requested === 'conv' ? undefined : pooledGradient(parsed, segments, stated?.pool);
  if (backward === 'unclear') return { kind: 'array', parsed: read };
  return backward ? gradientOfPooling(guess, backward, stated) : forwardLayer(guess, stated, notes);
}

function gradientOfPooling(
  { parsed, choices }: Guess,
  backward: Exclude<ReturnType<typeof pooledGradient>, 'unclear' | undefined>,
  stated: OptionsInWords | undefined,
): LayerMeaning {
  const { values, notes } = withStated(backward, stated);
  const meaning = layerMeaning({ ...parsed, arrays: backward.arrays, values }, 'pool', choices);
  return { ...meaning, assumptions: [...meaning.assumptions, ...notes] };
}

/** `remarks`: what is assumed about the words. */
function forwardLayer(guess: Guess, stated: OptionsInWords | undefined, remarks: readonly Message[]): Meaning {
  const { source, requested, choices, read, parsed, inputs } = guess;
  const pooled =
    requested === 'conv' ? undefined : pooledInWords(parsed, inputs, stated, isPrinted(guess), guess.candidates);
  const isOpen = pooled
    ? pooled.assumesWindow && hasCallAround(source)
    : isOpenPooling(guess, stated) || stated?.pool?.isMeant;
  if (requested === undefined && isOpen) return { kind: 'array', parsed: read };
  const kind = pooled ? 'pool' : requested;
  const words = isLayer(guess, kind) ? stated : undefined;
  const { values, notes } = withStated(pooled ?? parsed, words);
  const gives = (used: readonly ParsedArray[], result: string): boolean =>
    isPrintedBy(layerMeaning({ ...parsed, arrays: used, values }, kind, choices), kind, [result]);
  const { arrays, unnamed } = withoutGuessedGradient(pooled ?? parsed, kind, source, gives);
  const surplus = [
    ...guess.candidates.filter(
      (each) => !parsed.arrays.includes(each) && !pooled?.arrays.some(({ range }) => range === each.range),
    ),
    ...unnamed,
  ];
  const convolves = kind !== 'pool' && hasFilter(parsed, inputs) && !hasKernelSize(values);
  const shown = convolves
    ? asShown({ arrays, values }, surplus, stated)
    : { arrays, values, notes: [], isOther: false };
  const { unsized: _, ...sized } = words ?? { stride: [], pad: [] };
  const others = shown.isOther ? withStated(parsed, { ...sized, stride: [], pad: [] }).notes : notes;
  const used = convolves ? withGradientOfOnes(shown, source) : shown.arrays;
  const meaning = layerMeaning({ ...parsed, arrays: used, values: shown.values }, kind, choices);
  const isOnes = used.length > shown.arrays.length;
  // It is the gradient of another layer than that of the assumed filter.
  if (requested === undefined && isWithoutFilter(parsed) && hasGradient(used) && !isPrintedBy(meaning, kind))
    return { kind: 'array', parsed: read };
  return {
    ...meaning,
    assumptions: [
      ...meaning.assumptions,
      ...(isOnes ? [msg('the gradient is 1 in every cell: from the words of the text')] : []),
      ...(pooled?.notes ?? []),
      ...remarks,
      ...others,
      ...shown.notes,
      ...otherSteps(source),
      ...unusedArrays(guess.computed, surplus),
    ],
  };
}

/** Whether the words name a pooling that is not read, or both kinds of it: no filter is assumed. */
function isOpenPooling({ source, requested, parsed }: Guess, stated: OptionsInWords | undefined): boolean {
  if (requested !== undefined || stated?.pool === undefined) return false;
  if (stated.pool.convolves && hasWordedFilter(source, parsed)) return false;
  return isWithoutFilter(parsed) && !hasKernelSize(parsed.values);
}

/** Whether the options that the words state are those of a layer. */
function isLayer({ source, parsed, inputs }: Guess, kind: RequestedKind): boolean {
  return (
    kind === 'pool' ||
    hasKernelSize(parsed.values) ||
    hasFilter(parsed, inputs) ||
    (isText(source.languageId) && source.segments.some(({ text }) => FILTERS.test(text)))
  );
}

/** Without arrays that only their place makes the gradient of a convolution: the words are about no gradient, or it is a result. */
function withoutGuessedGradient(
  { arrays }: Pick<ParseResult, 'arrays'>,
  kind: RequestedKind,
  source: TextSource,
  gives: (arrays: readonly ParsedArray[], result: string) => boolean,
): { readonly arrays: readonly ParsedArray[]; readonly unnamed: readonly ParsedArray[] } {
  const { segments, languageId } = source;
  const { dZ, byOrder } = guessRoles(arrays, 'conv', 'nhwc');
  const guessed = kind !== 'pool' && dZ !== undefined && byOrder.includes('dZ') ? arrays[dZ] : undefined;
  if (!guessed) return { arrays, unnamed: [] };
  const others = arrays.filter((each) => each !== guessed);
  const isAboutNone = isText(languageId) && !segments.some(({ text }) => GRADIENT.test(text));
  const written = textInSegments(segments, guessed.range);
  // What is printed without a name is a result.
  const isPrinted = guessed.name === undefined && looksPrinted(written);
  if (!isAboutNone && !isPrinted && !gives(others, written)) return { arrays, unnamed: [] };
  const rest = withoutGuessedGradient({ arrays: others }, kind, source, gives);
  return { ...rest, unnamed: [guessed, ...rest.unnamed] };
}

/** Whether the words of a text name one of its arrays as the filter: "one filter F of shape 2 x 2". */
function hasWordedFilter({ segments, languageId }: TextSource, { arrays }: ParseResult): boolean {
  return (
    isText(languageId) &&
    arrays.length === 2 &&
    arrays.some(({ name, array }) => {
      if (name === undefined || array.shape.length !== 2) return false;
      const apposed = new RegExp(`\\b(?:filter|kernel)[ \\t]+\\$?${escapePattern(name)}(?!\\w)`, 'i');
      return segments.some(({ text }) => apposed.test(text));
    })
  );
}

const LAYERS = /conv|pool|filter|kernel|sobel|correlat|falt/i;
const FILTERS = /sobel|convol|filter|faltung|falten/i;
/** Other steps of a computation, which a layer does not have. */
const OTHERS =
  /(?<![\w.])(?:(?:leaky )?relu|sigmoid|tanh|softmax|softplus)\d*\b|\btranspose of the (?:image|input|kernel|filter|matrix)\b|\b(?:round(?:ed|ing)?(?: the results?)?(?: (?:down|up|off))?|floor(?:ed)?) (?:to|the results)\b|\b(?:image|input|pixels?|values|result|output)[^.\n]{0,30}?\b(?:divided|multiplied|scaled|normali[sz]ed|clipped|clamped)\b(?: (?:by|to) [\d./]+)?|\bnormali[sz]e (?:to|by|it)\b|\b(?:normali[sz]e|divide|multiply|clip|clamp|round) (?:the|each|every) (?:result|output|image|input|pixel|value)s?\b/i;

function otherSteps({ segments, languageId }: TextSource): Message[] {
  if (!isText(languageId)) return [];
  const [named] = segments.flatMap(({ text }) => OTHERS.exec(text)?.[0] ?? []);
  return named === undefined ? [] : [msg('the words of the text name more, which is not applied here: {0}', named)];
}

/** The words without a pad that the input already has: it is shown with its border of zeros. */
function withoutAppliedPad(
  { stated, segments }: TextSource,
  inputs: readonly ParsedArray[],
): { readonly stated: OptionsInWords | undefined; readonly notes: readonly Message[] } {
  const [pad, ...others] = stated?.pad ?? [];
  const [input] = inputs;
  if (!stated || !input || typeof pad !== 'number' || others.length > 0) return { stated, notes: [] };
  const { shape, data } = input.array;
  const [rows = 0, cols = 0] = shape;
  const inner = new RegExp(
    `(?<!\\d)${rows - 2 * pad}\\s*[x×*]\\s*${cols - 2 * pad}\\s+(?:\\w+\\s)?(?:input|image|matrix)`,
    'i',
  );
  if (!stated.padded && !segments.some(({ text }) => inner.test(text))) return { stated, notes: [] };
  if (shape.length !== 2 || pad === 0 || rows <= 2 * pad || cols <= 2 * pad) return { stated, notes: [] };
  const isBorder = (index: number, extent: number): boolean => index < pad || index >= extent - pad;
  const isPadded = data.every(
    (value, k) => value === 0 || !(isBorder(Math.floor(k / cols), rows) || isBorder(k % cols, cols)),
  );
  if (!isPadded) return { stated, notes: [] };
  const note = msg('the input has its border of zeros already: pad {0} is not applied again', pad);
  return { stated: { ...stated, pad: [] }, notes: [note] };
}

/** Whether the text prints the result of a pooling with given options. */
function isPrinted({ source, choices, parsed }: Guess): (values: ParseResult['values']) => boolean {
  const printed = (source.printed ?? []).map(({ text }) => text);
  return (values) => isPrintedBy(layerMeaning({ ...parsed, values }, 'pool', choices), 'pool', printed);
}

/** What is assumed about arrays that are not the layer's. */
function unusedArrays(computed: readonly ParsedArray[], surplus: readonly ParsedArray[]): Message[] {
  const [first] = computed.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const shapes = surplus.map(({ array }) => formatShape(array.shape)).join(', ');
  return [
    ...(first === undefined
      ? []
      : [msg('{0} is computed in the text by other code: its values may differ from those of this layer', first)]),
    ...(shapes === '' ? [] : [msg('not used: {0}', shapes)]),
  ];
}

function hasGradient(arrays: readonly ParsedArray[]): boolean {
  return arrays.some(({ name }) => roleOfName(name) === 'dZ');
}

/** Whether the text prints the layer's result; without `printed` whether the arrays fit each other. */
export function isPrintedBy(meaning: LayerMeaning, operation: RequestedKind, printed?: readonly string[]): boolean {
  try {
    const layer = setUpMeaning(meaning, operation);
    return !printed || isPrintedResult(layer, printed);
  } catch (error) {
    if (error instanceof LensError) return false;
    throw error;
  }
}

function resultsAlone(): LensError {
  return new LensError(msg('these are results: a layer needs its inputs as well'), 'input');
}

/** A vector alone is an input where the command or another array implies it; a vector is not a filter for planes. */
function opens(
  inputs: readonly ParsedArray[],
  { arrays, values, errors }: ParseResult,
  requested: RequestedKind,
  { segments, languageId, around }: TextSource,
): boolean {
  if (requested !== undefined) return true;
  // A file of data: its names tell what is an input.
  const key = /"([^"\n]*)"\s*:\s*$/.exec(around?.before ?? '')?.[1];
  if (languageId === 'json' && key !== undefined && roleOfName(key) === undefined) return false;
  if (languageId === 'json' && !arrays.some(({ name }) => name === undefined || roleOfName(name) !== undefined))
    return false;
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
        isInputAlone(name, array.shape, failed || isText(languageId)),
    )
  );
}
