/** Strides and pads that the words around code state: "a stride of 2 and padding = 1". */

import { kernelInWords, type KernelInWords } from './statedKernel';
import { poolInWords, type PoolInWords } from './statedPool';

export interface OptionsInWords extends KernelInWords, PoolInWords {
  /** Every number that is stated, once. */
  readonly stride: readonly number[];
  readonly pad: readonly number[];
  readonly dilation?: readonly number[];
  /** The number that is added to every output: `b = -2`, "a bias of 1". */
  readonly added?: number;
  /** Whether the number that is added is called a bias. */
  readonly namesBias?: true;
  /** Whether they make a layer of PyTorch with a bias. */
  readonly bias?: true;
}

const NUMBERS: Readonly<Record<string, number>> = { zero: 0, one: 1, two: 2, three: 3, four: 4 };
const NUMBER = '(\\d{1,2}|zero|one|two|three|four)(?!\\w|\\.\\d|\\s*%)';
const LINK =
  '(?:\\s+(?:of|length|lengths|size|sizes|width|amount|value|is|are|to|set|equal))*\\s*(?:[=:]\\s*)?(?:[($]|\\\\\\()?\\s*(?:[sSpP]\\s*=)?';
const STRIDE = new RegExp(`\\bstrides?\\b${LINK}\\s*${NUMBER}`, 'gi');
const PAD = new RegExp(`\\bpad(?:ding)?\\b${LINK}\\s*${NUMBER}`, 'gi');
const DILATION = new RegExp(`\\bdilat(?:ion|ed)\\b(?:\\s+(?:rate|factor))?${LINK}\\s*${NUMBER}`, 'gi');
const NO_PAD = /\b(?:no|without(?:\s+any)?)\s+(?:zero[- ])?padding\b/gi;
const ADDED = /(?<![\w.])b(?:ias)?\$?\s*(?:=|of|is)\s*\$?([-+]?\d+(?:\.\d+)?)(?![\w.]*\d)/i;
const BIAS =
  /\bbias(?:\s+(?:term|value|b))?(?:\s+(?:of|is|to|equal|value|set))*\s*[=:]?\s*(?:\$|\\\()?\s*([-+\u2212]?\d+(?:\.\d+)?)(?![\w.]*\d|\s*[x\u00d7*/])|\u504f\u7f6e\s*(?:b\s*)?(?:\u4e3a|\u662f|=|\uff1d)?\s*([-+]?\d+(?:\.\d+)?)(?![\w.]*\d)/i;
/** Cells of a table: `stride,1`. */
const STRIDE_CELL = /^[ \t|"]*strides?"?[ \t]*[,;\t|][ \t]*(\d{1,2})[ \t,;|]*$/gim;
const PAD_CELL = /^[ \t|"]*(?:zero[ -]?)?pad(?:ding)?"?[ \t]*[,;\t|][ \t]*(\d{1,2})[ \t,;|]*$/gim;
const CHINESE_STRIDE = /\u6b65(?:\u5e45|\u957f)\s*(?:\u4e3a|\u662f|=|\uff1d)?\s*(\d{1,2})(?!\d)/g;
const CHINESE_PAD = /\u586b\u5145\s*(?:\u4e3a|\u662f|=|\uff1d)?\s*(\d{1,2})(?!\d)/g;

export function statedOptions(words: string): OptionsInWords {
  const stride = [
    ...numbersIn(words, STRIDE),
    ...numbersIn(words, STRIDE_CELL),
    ...numbersIn(words, CHINESE_STRIDE),
  ].filter((number) => number > 0);
  const none = words.search(NO_PAD) >= 0 ? [0] : [];
  const pad = [...numbersIn(words, PAD), ...numbersIn(words, PAD_CELL), ...numbersIn(words, CHINESE_PAD), ...none];
  const dilation = [...new Set(numbersIn(words, DILATION))].filter((number) => number > 0);
  const named = BIAS.exec(words);
  const added = (named?.[1] ?? named?.[2])?.replace('\u2212', '-') ?? ADDED.exec(words)?.[1];
  const bias = /\bConv2d\((?![^()\n]*\bbias[ \t]*=[ \t]*(?:False|0))/.test(words);
  return {
    stride: [...new Set(stride)],
    pad: [...new Set(pad)],
    ...(dilation.length > 0 && { dilation }),
    ...(added !== undefined && { added: Number(added) }),
    ...(named && { namesBias: true }),
    ...(bias && { bias }),
    ...kernelInWords(words),
    ...poolInWords(words),
  };
}

function numbersIn(words: string, pattern: RegExp): number[] {
  return [...words.matchAll(pattern)].map(([, number = '']) => NUMBERS[number.toLowerCase()] ?? Number(number));
}
