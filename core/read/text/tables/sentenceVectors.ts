/** Vectors, as planes of one row, inside of sentences about layers of one dimension: "the signal `[3, 1, 4]` and the kernel (1, 0, -1)". */
import type { FloatData } from '../../../array/NdArray';
import type { ParsedArray } from '../../ParseResult';
import { countWork } from '../scan/countWork';
import { nameIn } from './sentenceArrays';

const ONE_AXIS = /\b(?:1[- ]?d(?:imensional)?|one[- ]dimensional|signals?|sequences?|vectors?|time series)\b/i;
const LAYER = /convol|correlat|pool|\b(?:strides?|padding)\b/i;
const POOLING = /(?:max|average|avg|mean)(?:imum)?[- ]?pool/i;
const NUMBER = String.raw`[-+\u2212]?\d+(?:\.\d+)?`;
const VECTOR = new RegExp(String.raw`[[(][ ]*${NUMBER}(?:[ ]*,[ ]*${NUMBER})+[ ]*[\])](?![\w[(])`, 'g');
/** `$x = `, `h = `. */
const SYMBOL = /(?<![\w.\\])([a-zA-Z])\s*=\s*$/;
const SYMBOLS: Readonly<Record<string, string>> = { x: 'input', w: 'kernel', k: 'kernel', h: 'kernel', y: 'output' };
const SIGNAL =
  /\b(?:signal|sequence|vector|time series|input)\b(?![^]*\b(?:kernel|filter|weights?|gives?|yields?|result|output)\b)/i;
/** Characters of the words before a vector. */
const REACH = 80;

/** Empty where none of them is called an input, or one that is needed has no name. */
export function sentenceVectors(text: string): ParsedArray[] {
  if (!ONE_AXIS.test(text) || !LAYER.test(text)) return [];
  countWork(text.length);
  let end = 0;
  const found = [...text.matchAll(VECTOR)].flatMap(({ 0: written, index }): ParsedArray[] => {
    const words = text.slice(Math.max(end, index - REACH), index);
    const symbol = SYMBOL.exec(words)?.[1]?.toLowerCase();
    // A size, or the number of a reference.
    if (
      symbol === undefined &&
      (written.startsWith('(') || /(?:shapes?|sizes?|strides?|papers?|see)\b\s*(?:of|is|=|:)?\s*`?$/i.test(words))
    )
      return [];
    end = index + written.length;
    const name = (symbol && SYMBOLS[symbol]) ?? (SIGNAL.test(words) ? 'input' : nameIn(words));
    const numbers = [...written.matchAll(new RegExp(NUMBER, 'g'))];
    const ranges = numbers.flatMap(({ 0: number, index: at }) => [index + at, index + at + number.length]);
    const data = Float64Array.from(numbers, ([number]) => Number(number.replace('\u2212', '-')));
    const array = { shape: [1, data.length], data };
    return [{ array, range: [index, end], ranges: Uint32Array.from(ranges), ...(name !== undefined && { name }) }];
  });
  // An array that is shown again, or padded, counts once.
  const vectors = found.filter(
    ({ name, array }, index) =>
      !found.some(({ array: { data } }) => isPadded(array.data, data)) &&
      !found.slice(0, index).some((each) => each.name === name && each.array.data.join() === array.data.join()),
  );
  const count = (role: string): number => vectors.filter(({ name }) => name === role).length;
  // "with the kernel [1, 2] is [4, 7]"
  const named = vectors.flatMap((each, index) =>
    each.name !== undefined ? [each] : index > 1 ? [{ ...each, name: 'output' }] : [],
  );
  const input = vectors.find(({ name }) => name === 'input');
  if (!input || count('input') > 1 || input.array.data.length < 3) return [];
  const isLayer = count('kernel') === 1 || (count('kernel') === 0 && POOLING.test(text));
  return isLayer ? named : [];
}

/** Whether numbers are others between zeros. */
function isPadded(numbers: FloatData, others: FloatData): boolean {
  const around = (numbers.length - others.length) / 2;
  const zeros = new Array<number>(Number.isInteger(around) && around > 0 ? around : 0).fill(0);
  return zeros.length > 0 && numbers.join() === [...zeros, ...others, ...zeros].join();
}
