/** Layers that a text does not call by a known name, but whose result it has: the call is known by its numbers. */
import { formatShape, type NdArray } from '../../../array/NdArray';
import { msg } from '../../../message';
import type { LayerCall } from '../../LayerCall';
import type { TextRange } from '../../TextRange';
import { agreeingConvGradient, agreeingPoolGradient } from './agreeingGradient';
import { agreeingConv, agreeingPool, agreeingTranspose, type Agreeing } from './agreeingLayer';
import { agreeingPad } from './agreeingPad';
import { namedShapes } from './namedShapes';
import { statedIn, statedNear, type Trial } from './trials';

export interface WrittenArray {
  readonly name: string | undefined;
  readonly array: NdArray;
  readonly range: TextRange;
  /** An argument of a check, which may be a result. */
  readonly isChecked?: true;
}

/** Cells of the arrays that are compared. */
const LARGEST = 4096;
const MOST_ARRAYS = 400;
/** Arrays nearest to a result that are tried. */
const MOST_OTHERS = 8;
/** Characters around the arrays of a test that may state its options. */
const REACH = 300;
/** Products and sums of all trials. */
const MOST_WORK = 30_000_000;

const RESULT =
  /expect|result|output|target|correct|truth|golden|desired|actual|wanted|want|^(?:out|res|refs?|y|z|ans|answer|exp|gt|grad\w*|\w+_?grad)\d*(?:$|_)/i;
/** `dA_prev`, `dW`. */
const GRADIENT = /^d[A-Z]/;
/** `expImage`. */
const EXPECTED = /^exp[A-Z_]/;
const FILTER = /kernel|filter|weight|^[wkf]\d*$/i;
const INPUT = /input|image|^(?:in_?|x|img|src|data|a)\d*$/i;
const BIAS = /^b\d*$|bias/i;
const CHANNELS_LAST = /(?:ksize|strides)["']?\s*[:=]\s*\[\s*1\s*,\s*\d+\s*,\s*\d+\s*,\s*1\s*\]/i;
const ONE_AXIS = /(?<!\d)1[-_ ]?d(?![a-z])|(?:conv|pool|corr)\w*1d|\b(?:fast|dyn)_vector\b/i;
/** Names of gradients that come from the layer above: no input. */
const ERRORS = /^(?:errors?|deltas?)$/i;
const TRANSPOSED = /transpos|deconv|upconv/i;
const BACKWARD = /grad|backward|deriv|\bbwd?_|_bwd?\b/i;
/** `applyPadding(2)`, `zero_pad(x, 1)`. */
const PADS = /(?:\w_|[a-z](?=P)|\b)pad(?:ding|ded|s)?(?:_?2d)?\(/i;
/** A convolution that is not transposed. */
const CONVOLUTION = /(?:conv(?:ol(?:ve|ution)?)?_?\d?d?|corr\w*|filter\w*)[\s(<:.]/i;

/** `together`: whether two arrays are of the same example. */
export function agreeingCalls(
  arrays: readonly WrittenArray[],
  text: string,
  together: (a: WrittenArray, b: WrittenArray) => boolean,
): LayerCall[] {
  const small = arrays.filter(({ array }) => array.data.length <= LARGEST && array.shape.length <= 4);
  if (small.length < 2 || small.length > MOST_ARRAYS) return [];
  const sizes = sizesIn(text);
  const stated = statedIn(text);
  const trial: Trial = { sizes, stated, work: MOST_WORK };
  return small.flatMap((result): LayerCall[] => {
    if (!isTelling(result)) return [];
    const distance = ({ range }: WrittenArray): number => Math.abs(range[0] - result.range[0]);
    const others = small
      .filter((each) => each !== result && together(each, result))
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, MOST_OTHERS);
    const [from, to] = extentOf([result, ...others]);
    const near = text.slice(Math.max(0, from - REACH), to + REACH);
    trial.sizes = {
      ...sizes,
      arranges: new Set(result.array.data).size > 3,
      isRow: ONE_AXIS.test(near),
      isLast: CHANNELS_LAST.test(near),
    };
    trial.stated = statedNear(stated, statedIn(near));
    const found = agreeing(result, others, wordsOf([result, ...others], text), trial);
    if (!found) return [];
    const [start, end] = extentOf([result, ...found.used]);
    const name = result.name ?? formatShape(result.array.shape);
    const notes = [msg('the text shows the result of this layer: {0}', name), ...(found.layer.notes ?? [])];
    return [
      { ...found.layer, callee: name, uncalled: true, shown: true, range: [start, end], notation: 'numpy', notes },
    ];
  });
}

function extentOf(arrays: readonly WrittenArray[]): TextRange {
  return [Math.min(...arrays.map(({ range }) => range[0])), Math.max(...arrays.map(({ range }) => range[1]))];
}

/** What the text around arrays is about. */
interface Words {
  readonly convolves: boolean;
  readonly transposes: boolean;
  readonly pads: boolean;
  readonly backward: boolean;
  /** Whether the result is named as a gradient. */
  readonly ofGradient: boolean;
  readonly modes: readonly ('max' | 'average')[];
  /** The first two arguments of calls of convolutions. */
  readonly operands: readonly (readonly [string, string])[];
}

const OPERANDS = /conv(?!er|ent|ey|inc)\w*\s*(?:<[\w, ]*>)?\(\s*&?([A-Za-z_]\w*)[^,(){}]*,\s*&?([A-Za-z_]\w*)/gi;

function wordsOf(arrays: readonly [WrittenArray, ...WrittenArray[]], text: string): Words {
  const [start, end] = extentOf(arrays);
  const [{ name, range }] = arrays;
  const written = name ?? text.slice(...range);
  const near = text.slice(Math.max(0, start - 300), end + 500);
  const words = /conv(?!er|ent|ey|inc)|corr|pool/i.test(near) ? near : text;
  const pools = /pool/i.test(words);
  const [max, average] = [/max/i.test(words), /av(?:era)?g|mean/i.test(words)];
  const transposes = TRANSPOSED.test(words);
  return {
    convolves:
      /conv(?!er|ent|ey|inc)|corr|filter|kernel|weight/i.test(words) && (!transposes || CONVOLUTION.test(words)),
    transposes,
    pads: PADS.test(near),
    backward: BACKWARD.test(words),
    ofGradient: BACKWARD.test(written) || GRADIENT.test(written),
    operands: [...near.matchAll(OPERANDS)].map(([, first = '', second = '']) => [first, second] as const),
    modes: pools
      ? [...(max || !average ? ['max' as const] : []), ...(average || !max ? ['average' as const] : [])]
      : [],
  };
}

function isResultName(name: string | undefined): boolean {
  return name !== undefined && (RESULT.test(name) || GRADIENT.test(name) || EXPECTED.test(name));
}

/** A result is named as one or checked, and has several cells that are not all zero. */
function isTelling({ name, array: { data }, isChecked }: WrittenArray): boolean {
  if (!isChecked && !isResultName(name)) return false;
  const known = data.filter((value) => !Number.isNaN(value));
  // A few cells of a result, or one number in all of them, are those of many layers.
  const few = known.length < 4 || known.length < data.length;
  return known.length > 1 && known.some((value) => value !== 0) && (!few || new Set(known).size > 1);
}

interface Found {
  readonly layer: Agreeing;
  readonly used: readonly WrittenArray[];
}

/** Only the layers that the text names are tried. */
function agreeing(
  result: WrittenArray,
  others: readonly WrittenArray[],
  { convolves, transposes, pads, backward, ofGradient, modes, operands }: Words,
  trial: Trial,
): Found | undefined {
  const given = others.filter(({ name, isChecked }) => !isChecked && !isResultName(name));
  // Of two arrays a and b, b is the kernel.
  const bias = given.find(
    ({ name, array: { shape } }) =>
      given.length > 2 && name !== undefined && BIAS.test(name) && shape.filter((extent) => extent > 1).length < 2,
  );
  const hasFilter = given.some(({ name }) => name !== undefined && FILTER.test(name));
  const inputs = given.filter(
    ({ name = '', array }, index) =>
      given[index] !== bias && array.data.length > 3 && !FILTER.test(name) && !ERRORS.test(name),
  );
  const filters = given.filter(
    (each) => each !== bias && !INPUT.test(each.name ?? '') && (!hasFilter || FILTER.test(each.name ?? '')),
  );
  const gradients = backward
    ? [undefined, ...others.filter(({ name, isChecked }) => !isChecked || name !== undefined)]
    : [];
  // Of an image and a kernel that exchange their places without another result, the larger one is the image.
  const forward = (x: WrittenArray, isSmaller = false): Found | undefined => {
    const pool =
      modes.length > 0 && !isSmaller && isVaried(result)
        ? agreeingPool(x.array, result.array, modes, trial)
        : undefined;
    if (pool) return { layer: pool, used: [x] };
    for (const w of filters) {
      if (w === x || areExchanged(x, w, operands)) continue;
      const isTried = isSmaller === w.array.data.length > x.array.data.length;
      const layer =
        (transposes && !isSmaller ? agreeingTranspose(x.array, w.array, result.array, trial) : undefined) ??
        (convolves && isTried ? agreeingConv(x.array, w.array, bias?.array, result.array, trial) : undefined);
      if (layer) return { layer, used: [x, w] };
    }
    const padded = pads && !isSmaller ? agreeingPad(x.array, result.array) : undefined;
    return padded && { layer: padded, used: [x] };
  };
  const backwards = (x: WrittenArray): Found | undefined => {
    for (const gradient of gradients) {
      const used = gradient ? [x, gradient] : [x];
      if (gradient === x) continue;
      const pooled =
        modes.length > 0 ? agreeingPoolGradient(x.array, gradient?.array, result.array, modes, trial) : undefined;
      if (pooled) return { layer: pooled, used };
      for (const w of convolves ? filters : []) {
        if (w === x || w === gradient) continue;
        const layer = agreeingConvGradient(x.array, w.array, gradient?.array, result.array, trial);
        if (layer) return { layer, used: [...used, w] };
      }
    }
    return undefined;
  };
  // A gradient of the input is a convolution too.
  const smaller = (x: WrittenArray): Found | undefined => forward(x, true);
  const readings = ofGradient ? [backwards, forward, smaller] : [forward, smaller, backwards];
  for (const reading of readings)
    for (const x of inputs) {
      const found = reading(x);
      if (found) return found;
    }
  return undefined;
}

/** Whether a call of a convolution has the two as its kernel and its input. */
function areExchanged(x: WrittenArray, w: WrittenArray, operands: Words['operands']): boolean {
  const isOf = ({ name }: WrittenArray, argument: string): boolean =>
    name !== undefined && (name === argument || (argument.length > 1 && name.startsWith(argument)));
  return operands.some(([first, second]) => isOf(x, second) && isOf(w, first) && !isOf(x, first));
}

function isVaried({ array }: WrittenArray): boolean {
  return new Set(array.data.filter((value) => !Number.isNaN(value))).size > 1;
}

/** The whole numbers of a text and its short lists of them, which may be sizes. */
function sizesIn(text: string): Trial['sizes'] {
  const lists = text.matchAll(/[[({]\s*(\d{1,3}(?:\s*,\s*\d{1,3}){1,3})\s*[\])}]/g);
  const shapes = [...lists].map(([, list = '']) => list.split(',').map(Number));
  const numbers = [...text.matchAll(/(?<![\w.])\d{1,3}(?![\w.])/g)].map(([number]) => Number(number));
  return {
    shapes: [...namedShapes(text), ...shapes.filter((each) => !each.includes(0))],
    numbers: new Set(numbers),
    arranges: false,
  };
}
