/** ReLU alone in words: "Apply the ReLU activation to this feature map". */
import { msg } from '../../../../core/message';
import type { LayerCall } from '../../../../core/read/ParseResult';
import { isText } from '../document/pieces';
import type { Guess } from './Guess';

const RELU = /(?<![A-Za-z.-])relu(?!6)(?![A-Za-z.])|\brectified linear (?:unit|activation)/i;
/** Another layer, another activation, or what ReLU does to its gradient. */
const OTHER =
  /conv(?!ert)|pool|filter|kernel|strid|leaky|(?:p|e|s|g)relu|\belu\b|sigmoid|tanh|softmax|gradient|backward|backprop|deriv|network|neuron|dense|linear layer|weights?\b|bias|\bW\b/i;

/** Undefined where the words are about more than it, or the text has another matrix than its result. */
export function reluInWords({ source: { segments, languageId }, parsed, requested }: Guess): LayerCall | undefined {
  const [image, ...others] = parsed.arrays;
  const [segment, ...further] = segments;
  if (requested !== undefined || !image || !segment || further.length > 0) return undefined;
  const { shape, data } = image.array;
  if (!others.every(({ array }) => array.data.every((value, index) => value === Math.max(0, data[index]!))))
    return undefined;
  const words = isText(languageId) ? RELU.exec(segment.text)?.[0] : undefined;
  if (words === undefined || shape.length !== 2 || OTHER.test(segment.text)) return undefined;
  // A matrix without negative numbers may be the result.
  if (!data.some((value) => value < 0)) return undefined;
  return {
    operation: 'relu_forward',
    layout: 'nhwc',
    arrays: { Z: { shape: [1, ...shape, 1], data } },
    options: {},
    callee: words,
    uncalled: true,
    range: image.range,
    notation: 'numpy',
    notes: [msg('{0}: from the words of the text', words)],
  };
}
