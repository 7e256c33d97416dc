/** Layers that a text does not call by a known name, but whose result it has: the call is known by its numbers. */
import type { NdArray } from '../../../array/NdArray';
import { msg } from '../../../message';
import type { LayerCall } from '../../LayerCall';
import type { TextRange } from '../../TextRange';
import { agreeingConvGradient, agreeingPoolGradient } from './agreeingGradient';
import { agreeingConv, agreeingPool, agreeingTranspose, type Agreeing } from './agreeingLayer';
import { statedIn, type Trial } from './trials';

export interface WrittenArray {
  readonly name: string | undefined;
  readonly array: NdArray;
  readonly range: TextRange;
}

/** Cells of the arrays that are compared. */
const LARGEST = 4096;
const MOST_ARRAYS = 60;
/** Products and sums of all trials. */
const MOST_WORK = 20_000_000;

const RESULT =
  /expect|result|output|target|correct|truth|golden|desired|actual|wanted|want|^(?:out|res|ref|refs?|y|z|ans|answer|exp|gt|grad\w*|\w+_?grad|d[A-Z]\w*)\d*(?:$|_)/i;
const INPUT = /^(?:in|x|img|image|src|input\w*|a|w|weights?|kernel\w*|filters?|b|bias\w*)\d*$/i;
const BIAS = /^b\d*$|bias/i;
const CONVOLVES = /conv|corr|filter|kernel|weight/i;
const POOLS = /pool/i;
const TRANSPOSES = /transpos|deconv|upconv/i;
const GRADIENTS = /grad|backward|deriv/i;

/** `together`: whether two arrays, the first before the second, are of the same example. */
export function agreeingCalls(
  arrays: readonly WrittenArray[],
  text: string,
  together: (a: WrittenArray, b: WrittenArray) => boolean,
): LayerCall[] {
  const small = arrays.filter(({ array }) => array.data.length <= LARGEST && array.shape.length <= 4);
  if (small.length < 2 || small.length > MOST_ARRAYS || !(CONVOLVES.test(text) || POOLS.test(text))) return [];
  const trial: Trial = { sizes: sizesIn(text), stated: statedIn(text), work: MOST_WORK };
  return small.flatMap((result): LayerCall[] => {
    if (!isTelling(result)) return [];
    const others = small.filter(
      (each) => each !== result && (each.range[0] < result.range[0] ? together(each, result) : together(result, each)),
    );
    const found = agreeing(result, others, text, trial);
    if (!found) return [];
    const used = [result, ...found.used].map(({ range }) => range);
    const range = [Math.min(...used.map(([start]) => start)), Math.max(...used.map(([, end]) => end))] as const;
    const name = result.name ?? result.array.shape.join(' × ');
    const notes = [msg('the text shows the result of this layer: {0}', name), ...(found.layer.notes ?? [])];
    return [{ ...found.layer, callee: name, uncalled: true, range, notation: 'numpy', notes }];
  });
}

/** A result has several cells that are not all zero, and no name of an input. */
function isTelling({ name, array: { data } }: WrittenArray): boolean {
  if (name !== undefined && !RESULT.test(name) && INPUT.test(name)) return false;
  return data.length > 1 && data.some((value) => value !== 0) && (data.length > 3 || new Set(data).size > 1);
}

interface Found {
  readonly layer: Agreeing;
  readonly used: readonly WrittenArray[];
}

function agreeing(
  result: WrittenArray,
  others: readonly WrittenArray[],
  text: string,
  trial: Trial,
): Found | undefined {
  const inputs = others.filter(
    ({ name, array }) => array.data.length > 3 && !(name !== undefined && RESULT.test(name)),
  );
  const bias = others.find(({ name, array }) => name !== undefined && BIAS.test(name) && array.data.length > 0);
  const filters = CONVOLVES.test(text)
    ? others.filter((each) => each !== bias && !(each.name !== undefined && RESULT.test(each.name)))
    : [];
  const gradients = GRADIENTS.test(text) ? [undefined, ...others] : [];
  for (const x of inputs) {
    const pool = POOLS.test(text) && isVaried(result) ? agreeingPool(x.array, result.array, trial) : undefined;
    if (pool) return { layer: pool, used: [x] };
    for (const w of filters) {
      if (w === x) continue;
      const layer =
        (TRANSPOSES.test(text) ? agreeingTranspose(x.array, w.array, result.array, trial) : undefined) ??
        agreeingConv(x.array, w.array, bias?.array, result.array, trial);
      if (layer) return { layer, used: [x, w] };
    }
    for (const gradient of gradients) {
      const given = gradient ? [gradient] : [];
      if (gradient === x) continue;
      const pooled = POOLS.test(text) ? agreeingPoolGradient(x.array, gradient?.array, result.array, trial) : undefined;
      if (pooled) return { layer: pooled, used: [x, ...given] };
      for (const w of filters) {
        if (w === x || w === gradient) continue;
        const layer = agreeingConvGradient(x.array, w.array, gradient?.array, result.array, trial);
        if (layer) return { layer, used: [x, w, ...given] };
      }
    }
  }
  return undefined;
}

function isVaried({ array }: WrittenArray): boolean {
  return new Set(array.data).size > 1;
}

/** The whole numbers of a text and its short lists of them, which may be sizes. */
function sizesIn(text: string): Trial['sizes'] {
  const lists = text.matchAll(/[[({]\s*(\d{1,3}(?:\s*,\s*\d{1,3}){1,3})\s*[\])}]/g);
  const shapes = [...lists].map(([, list = '']) => list.split(',').map(Number));
  const numbers = [...text.matchAll(/(?<![\w.])\d{1,3}(?![\w.])/g)].map(([number]) => Number(number));
  return { shapes: shapes.filter((each) => !each.includes(0)), numbers: new Set(numbers) };
}
