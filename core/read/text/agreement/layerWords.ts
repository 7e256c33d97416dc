/** What a text is about, from the names of its arrays and the words around them. */
import type { NdArray } from '../../../array/NdArray';
import type { TextRange } from '../../TextRange';

export interface WrittenArray {
  readonly name: string | undefined;
  readonly array: NdArray;
  readonly range: TextRange;
  /** An argument of a check, which may be a result. */
  readonly isChecked?: true;
}

const RESULT =
  /expect|result|output|target|correct|truth|golden|desired|actual|wanted|want|^(?:out|res|refs?|y|z|ans|answer|exp|gt|grad\w*|\w+_?grad)\d*(?:$|_)/i;
/** `dA_prev`, `dW`, `dx`. */
const GRADIENT = /^d(?:[A-Z]|[xwb]$)/;
/** `expImage`. */
const EXPECTED = /^exp[A-Z_]/;
const TRANSPOSED = /transpos|deconv|upconv|conv_?trans/i;
/** `relu`, `ReluLayer`, `reluBackward`; not `LeakyReLU`, `PReLU` and `relu6`, which are others. */
const RELU_WORD = /(?<![lL]eaky_?|[cC]lipped_?|\b[pecs]|[PECS])(?:relu|ReLU|Relu|RELU)(?!6)/;
const BACKWARD = /grad|backward|deriv|\bbwd?_|_bwd?\b/i;
/** `applyPadding(2)`, `zero_pad(x, 1)`. */
const PADS = /(?:\w_|[a-z](?=P)|\b)pad(?:ding|ded|s)?(?:_?2d)?\(/i;
/** A convolution that is not transposed. */
const CONVOLUTION = /(?:conv(?:ol(?:ve|ution)?)?_?\d?d?|corr\w*|filter\w*)[\s(<:.]/i;

/** What the text around arrays is about. */
export interface LayerWords {
  readonly convolves: boolean;
  readonly transposes: boolean;
  /** Whether the nearest call above the result is a convolution that is not transposed. */
  readonly followsConvolution: boolean;
  readonly pads: boolean;
  /** Whether ReLU is named. */
  readonly rectifies: boolean;
  readonly backward: boolean;
  /** Whether the result is named as a gradient. */
  readonly ofGradient: boolean;
  readonly modes: readonly ('max' | 'average')[];
  /** The first two arguments of calls of convolutions. */
  readonly operands: readonly (readonly [string, string])[];
}

const OPERANDS = /conv(?!er|ent|ey|inc)\w*\s*(?:<[\w, ]*>)?\(\s*&?([A-Za-z_]\w*)[^,(){}]*,\s*&?([A-Za-z_]\w*)/gi;

export function layerWords(arrays: readonly [WrittenArray, ...WrittenArray[]], text: string): LayerWords {
  const [start, end] = extentOf(arrays);
  const [{ name, range }] = arrays;
  const written = name ?? text.slice(...range);
  const near = text.slice(Math.max(0, start - 300), end + 500);
  const words = /conv(?!er|ent|ey|inc)|corr|pool/i.test(near) ? near : text;
  const pools = /pool/i.test(words);
  const [max, average] = [/max/i.test(words), /av(?:era)?g|mean/i.test(words)];
  const transposes = TRANSPOSED.test(words);
  const above = text.slice(Math.max(0, range[0] - 300), range[0]);
  const nearest = [...above.matchAll(/\w*conv\w*\s*[(<]/gi)].at(-1)?.[0] ?? '';
  return {
    convolves:
      /conv(?!er|ent|ey|inc)|corr|filter|kernel|weight/i.test(words) && (!transposes || CONVOLUTION.test(words)),
    transposes,
    followsConvolution: CONVOLUTION.test(nearest) && !TRANSPOSED.test(nearest),
    pads: PADS.test(near),
    rectifies: RELU_WORD.test(near),
    backward: BACKWARD.test(words),
    ofGradient: BACKWARD.test(written) || GRADIENT.test(written),
    operands: [...near.matchAll(OPERANDS)].map(([, first = '', second = '']) => [first, second] as const),
    modes: pools
      ? [...(max || !average ? ['max' as const] : []), ...(average || !max ? ['average' as const] : [])]
      : [],
  };
}

export function extentOf(arrays: readonly WrittenArray[]): TextRange {
  return [Math.min(...arrays.map(({ range }) => range[0])), Math.max(...arrays.map(({ range }) => range[1]))];
}

export function isResultName(name: string | undefined): boolean {
  return name !== undefined && (RESULT.test(name) || GRADIENT.test(name) || EXPECTED.test(name));
}
