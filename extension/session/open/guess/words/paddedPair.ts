/** Zero padding: a text that shows a matrix and the same with a border of zeros, or that asks for one in words. */
import { formatShape } from '../../../../../core/array/NdArray';
import { msg, type Message } from '../../../../../core/message';
import type { LayerCall, ParsedArray } from '../../../../../core/read/ParseResult';
import type { TextRange } from '../../../../../core/read/TextRange';
import { withoutPadded } from '../../../../../core/read/text/tables/paddedGrids';
import type { TextSource } from '../../../source/LensSource';

/** Undefined where the arrays are others than the two. */
export function paddedPair(arrays: readonly ParsedArray[]): LayerCall | undefined {
  const [inner, outer, ...others] = arrays;
  if (!inner || !outer || others.length > 0) return undefined;
  if (arrays.some(({ array, ranges }) => array.shape.length !== 2 || !ranges)) return undefined;
  const { pad } = withoutPadded(arrays).values;
  if (pad === undefined) return undefined;
  const name = outer.name ?? formatShape(outer.array.shape);
  return padCall(
    inner,
    pad,
    name,
    [inner.range[0], outer.range[1]],
    msg('the text shows the result of this layer: {0}', name),
  );
}

/** "Zero-pad the image with one pixel on every side": undefined where the words are about a layer too, or arrays are more than one. */
export function paddedInWords(arrays: readonly ParsedArray[], { segments, stated }: TextSource): LayerCall | undefined {
  const [image, ...others] = arrays.filter(({ array }) => array.shape.length > 0);
  const [pad, ...further] = stated?.pad ?? [];
  if (!image || others.length + further.length > 0 || image.array.shape.length !== 2) return undefined;
  if (typeof pad !== 'number' || pad === 0 || stated?.pool) return undefined;
  const [words] = segments.flatMap(({ text }) => [...text.matchAll(ASKED)]);
  if (!words || segments.some(({ text }) => LAYER.test(text))) return undefined;
  return padCall(image, pad, words[0], image.range, msg('{0} {1}: from the words of the text', 'pad', pad));
}

const ASKED = /\bzero[- ]?pad(?:ding|ded)?\b|\bpad(?:ded)?\b(?= (?:the|this|with|by)\b)/gi;
const LAYER = /conv(?!ert)|pool|filter|kernel|correla|stride/i;

function padCall(image: ParsedArray, pad: number, callee: string, range: TextRange, note: Message): LayerCall {
  const { shape, data } = image.array;
  return {
    operation: 'zero_pad',
    layout: 'nhwc',
    arrays: { X: { shape: [1, ...shape, 1], data } },
    options: { pad },
    callee,
    uncalled: true,
    range,
    notation: 'numpy',
    notes: [note],
  };
}
