/** Layers that a text does not call by a known name, but whose result it has: the call is known by its numbers. */
import { formatShape } from '../../../array/NdArray';
import { msg } from '../../../message';
import type { LayerCall } from '../../LayerCall';
import { agreeingConvGradient, agreeingPoolGradient } from './agreeingGradient';
import { agreeingConv, agreeingPool, agreeingTranspose, type Agreeing } from './agreeingLayer';
import { agreeingPad } from './agreeingPad';
import { agreeingRelu } from './agreeingRelu';
import { extentOf, isResultName, layerWords, type LayerWords, type WrittenArray } from './layerWords';
import { namedShapes } from './namedShapes';
import { statedIn, statedNear, type Trial } from './trials';

/** Cells of the arrays that are compared. */
const LARGEST = 4096;
const MOST_ARRAYS = 400;
/** Arrays nearest to a result that are tried. */
const MOST_OTHERS = 8;
/** Characters around the arrays of a test that may state its options. */
const REACH = 300;
/** Products and sums of all trials. */
const MOST_WORK = 30_000_000;

/** Also `w_raw` and `x_data`. */
const FILTER = /kernel|filter|weight|^[wkf]\d*(?:_(?:raw|data|values?))?$/i;
const INPUT = /input|image|^(?:in_?|x|img|src|data|a)\d*(?:_(?:raw|data|values?))?$/i;
const BIAS = /^b\d*$|bias/i;
const CHANNELS_LAST = /(?:ksize|strides)["']?\s*[:=]\s*\[\s*1\s*,\s*\d+\s*,\s*\d+\s*,\s*1\s*\]/i;
const ONE_AXIS = /(?<!\d)1[-_ ]?d(?![a-z])|(?:conv|pool|corr)\w*1d|\b(?:fast|dyn)_vector\b/i;
/** Names of gradients that come from the layer above: no input. */
const ERRORS = /^(?:errors?|deltas?)$/i;
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
    const found = agreeing(result, others, layerWords([result, ...others], text), trial);
    if (!found) return [];
    const [start, end] = extentOf([result, ...found.used]);
    const name = result.name ?? formatShape(result.array.shape);
    const notes = [msg('the text shows the result of this layer: {0}', name), ...(found.layer.notes ?? [])];
    return [
      { ...found.layer, callee: name, uncalled: true, shown: true, range: [start, end], notation: 'numpy', notes },
    ];
  });
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

/** What a layer can have computed a result from. */
interface Candidates {
  readonly result: WrittenArray;
  readonly inputs: readonly WrittenArray[];
  readonly filters: readonly WrittenArray[];
  readonly bias: WrittenArray | undefined;
  /** Undefined: a gradient of ones. */
  readonly gradients: readonly (WrittenArray | undefined)[];
}

function candidatesFor(result: WrittenArray, others: readonly WrittenArray[], { backward }: LayerWords): Candidates {
  const given = others.filter(({ name, isChecked }) => !isChecked && !isResultName(name));
  // Of two arrays a and b, b is the kernel.
  const bias = given.find(
    ({ name, array: { shape } }) =>
      given.length > 2 && name !== undefined && BIAS.test(name) && shape.filter((extent) => extent > 1).length < 2,
  );
  const hasFilter = given.some(({ name }) => name !== undefined && FILTER.test(name));
  const unbiased = given.filter((each) => each !== bias);
  return {
    result,
    inputs: unbiased.filter(
      ({ name = '', array }) => array.data.length > 3 && !FILTER.test(name) && !ERRORS.test(name),
    ),
    filters: unbiased.filter(({ name = '' }) => !INPUT.test(name) && (!hasFilter || FILTER.test(name))),
    bias,
    gradients: backward ? [undefined, ...others.filter(({ name, isChecked }) => !isChecked || name !== undefined)] : [],
  };
}

/** Only the layers that the text names are tried. */
function agreeing(
  result: WrittenArray,
  others: readonly WrittenArray[],
  words: LayerWords,
  trial: Trial,
): Found | undefined {
  const candidates = candidatesFor(result, others, words);
  const forward = (x: WrittenArray): Found | undefined => forwardFrom(x, candidates, words, trial);
  // A gradient of the input is a convolution too.
  const smaller = (x: WrittenArray): Found | undefined => forwardFrom(x, candidates, words, trial, true);
  const backward = (x: WrittenArray): Found | undefined => backwardFrom(x, candidates, words, trial);
  const readings = words.ofGradient ? [backward, forward, smaller] : [forward, smaller, backward];
  for (const reading of readings)
    for (const x of candidates.inputs) {
      const found = reading(x);
      if (found) return found;
    }
  return words.rectifies ? agreeingRelu(result, others) : undefined;
}

/** `isSmaller`: of an image and a kernel that exchange their places without another result, the larger one is the image. */
function forwardFrom(
  x: WrittenArray,
  { result, filters, bias }: Candidates,
  { convolves, transposes, followsConvolution, pads, modes, operands }: LayerWords,
  trial: Trial,
  isSmaller = false,
): Found | undefined {
  const isPooled = modes.length > 0 && !isSmaller && isVaried(result);
  const pool = isPooled ? agreeingPool(x.array, result.array, modes, trial) : undefined;
  if (pool) return { layer: pool, used: [x] };
  for (const w of filters) {
    if (w === x || areExchanged(x, w, operands)) continue;
    const isTried = isSmaller === w.array.data.length > x.array.data.length;
    const transposed = (): Agreeing | undefined =>
      transposes && !isSmaller ? agreeingTranspose(x.array, w.array, result.array, trial) : undefined;
    const convolved = (): Agreeing | undefined =>
      convolves && isTried ? agreeingConv(x.array, w.array, bias?.array, result.array, trial) : undefined;
    const layer = followsConvolution ? (convolved() ?? transposed()) : (transposed() ?? convolved());
    if (layer) return { layer, used: [x, w] };
  }
  const padded = pads && !isSmaller ? agreeingPad(x.array, result.array, trial.sizes) : undefined;
  return padded && { layer: padded, used: [x] };
}

function backwardFrom(
  x: WrittenArray,
  { result, filters, gradients }: Candidates,
  { convolves, modes }: LayerWords,
  trial: Trial,
): Found | undefined {
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
}

/** Whether a call of a convolution has the two as its kernel and its input. */
function areExchanged(x: WrittenArray, w: WrittenArray, operands: LayerWords['operands']): boolean {
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
