/** ReLU alone in words: "Apply the ReLU activation to this feature map", and its backward pass with a matrix and a gradient. */
import { formatShape, type NdArray } from '../../../../../core/array/NdArray';
import { msg, type Message } from '../../../../../core/message';
import type { CallSite, LayerCall } from '../../../../../core/read/LayerCall';
import type { ParsedArray } from '../../../../../core/read/ParseResult';
import { writtenOperation } from '../../../../../core/setup/options/writtenOperation';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import { sentenceBefore } from '../../../source/textInSegments';
import { isText } from '../../document/pieces';
import type { Guess } from '../arrays/Guess';
import { GRADIENT } from './pooledGradient';

const RELU = /(?<![A-Za-z.-])relu(?!6)(?![A-Za-z.])|\brectified linear (?:unit|activation)/i;
/** Another layer, or another activation. */
const OTHER =
  /conv(?!ert|ention|enien)|pool|filter|kernel|strid|leaky|(?:p|e|s|g)relu|\belu\b|sigmoid|tanh|softmax|network|neuron|dense|linear layer|weights?\b|bias|\bW\b/i;
/** What ReLU does to its gradient. */
const OF_GRADIENT = /gradient|backward|backprop|deriv/i;

/** Undefined where the words are about more than it, or the text has other matrices than those of one pass. */
export function reluInWords(guess: Guess): LayerCall | undefined {
  const { segments, languageId } = guess.source;
  const [segment, ...further] = segments;
  if (guess.requested !== undefined || !segment || further.length > 0) return undefined;
  const operation = writtenOperation(guess.parsed.values);
  if (operation?.kind === 'relu') return forward(guess, 'ReLU');
  const words = isText(languageId) ? RELU.exec(segment.text)?.[0] : undefined;
  if (words === undefined || OTHER.test(segment.text)) return undefined;
  return OF_GRADIENT.test(segment.text) ? backward(guess, words) : forward(guess, words);
}

function forward({ parsed }: Guess, words: string): LayerCall | undefined {
  const [image, ...others] = parsed.arrays;
  // A matrix without negative numbers may be the result.
  if (!image || !isPlane(image) || !image.array.data.some((value) => value < 0)) return undefined;
  if (!others.every((each) => isRectified(each, image, image))) return undefined;
  return { ...layerOf(image, words), operation: 'relu_forward', arrays: { Z: plane(image) } };
}

/** The gradient is the matrix that its sentence calls so. */
function backward({ parsed, source }: Guess, words: string): LayerCall | undefined {
  const [Z, dA, ...others] = parsed.arrays;
  if (!Z || !isPlane(Z) || !dA || String(Z.array.shape) !== String(dA.array.shape)) return undefined;
  const isGradient = (each: ParsedArray): boolean =>
    roleOfName(each.name) === 'dZ' || GRADIENT.test(sentenceBefore(source.segments, each.range));
  const wrong = others.filter((each) => !isRectified(each, dA, Z));
  if (isGradient(Z) || !isGradient(dA) || !wrong.every((each) => isMasked(each, dA))) return undefined;
  const layer = layerOf(Z, words);
  const differ = wrong.map(({ name, array }) =>
    msg('the text shows another result than this layer has: {0}', name ?? formatShape(array.shape)),
  );
  const notes = [...layer.notes, ...differ];
  return { ...layer, notes, operation: 'relu_backward', arrays: { dA: plane(dA), Z: plane(Z) } };
}

/** Whether a matrix is another one with zeros in it, as the result of a wrong mask is. */
function isMasked({ array }: ParsedArray, { array: { shape, data } }: ParsedArray): boolean {
  return String(array.shape) === String(shape) && array.data.every((value, k) => value === 0 || value === data[k]);
}

/** Whether a matrix has the values where those of the other one are above 0, and 0 elsewhere. */
function isRectified({ array }: ParsedArray, values: ParsedArray, at: ParsedArray): boolean {
  return array.data.every((value, index) => value === (at.array.data[index]! > 0 ? values.array.data[index]! : 0));
}

/** A matrix, also in axes of one example and one channel. */
function isPlane({ array: { shape } }: ParsedArray): boolean {
  return shape.length >= 2 && shape.slice(0, -2).every((extent) => extent === 1);
}

function plane({ array: { shape, data } }: ParsedArray): NdArray {
  return { shape: [1, ...shape.slice(-2), 1], data };
}

function layerOf(
  { range }: ParsedArray,
  words: string,
): CallSite & { readonly options: Readonly<Record<never, never>>; readonly notes: readonly Message[] } {
  return {
    layout: 'nhwc',
    options: {},
    callee: words,
    uncalled: true,
    range,
    notation: 'numpy',
    notes: [msg('{0}: from the words of the text', words)],
  };
}
