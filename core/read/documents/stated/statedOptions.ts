/** Strides and pads that the words around code state: "a stride of 2 and padding = 1". */

import { kernelInWords, type KernelInWords } from './statedKernel';
import { statedNumbers, type StatedNumbers } from './statedNumbers';
import { poolInWords, type PoolInWords } from './statedPool';

export interface OptionsInWords
  extends
    KernelInWords,
    PoolInWords,
    Pick<
      StatedNumbers,
      'paddingMode' | 'ceilMode' | 'countIncludePad' | 'unsized' | 'padValue' | 'sided' | 'padded' | 'factor'
    > {
  /** Every number that is stated, once. */
  readonly stride: readonly number[];
  readonly pad: StatedNumbers['pad'];
  readonly dilation?: readonly number[];
  /** The number that is added to every output: `b = -2`, "a bias of 1". */
  readonly added?: number;
  /** Whether the number that is added is called a bias. */
  readonly namesBias?: true;
  /** Whether they make a layer of PyTorch with a bias. */
  readonly bias?: true;
}

const ADDED =
  /(?<![\w.]|\u2202\s?|\\partial\s)b(?:ias)?\$?\s*(?:=|of|is|(?<=^[ \t]*b(?:ias)?\s*):)\s*\$?([-+]?\d+(?:\.\d+)?)(?![\w.]*\d)/im;
const BIAS =
  /\bbias(?:\s+(?:\$|\\\()?(?:term|value|b(?:_?1(?![^]*(?<!\w)b_?\{?2(?!\w)))?)(?:\^\{?[([]?[\d, ]+[)\]]?\}?)?(?![\w^]))?(?:\s+(?:of|is|to|equal|value|set))*\s*[=:]?\s*(?:\$|\\\()?\s*([-+\u2212]?\d+(?:\.\d+)?)(?![\w.]*\d|\s*[x\u00d7*/])|\u504f\u7f6e\s*(?:b\s*)?(?:\u4e3a|\u662f|=|\uff1d)?\s*([-+]?\d+(?:\.\d+)?)(?![\w.]*\d)/i;
/** Cells of a table: `stride,1`. */
const STRIDE_CELL = /^[ \t|"]*strides?"?[ \t]*[,;\t|][ \t]*(\d{1,2})[ \t,;|]*$/gim;
const PAD_CELL = /^[ \t|"]*(?:zero[ -]?)?pad(?:ding)?"?[ \t]*[,;\t|][ \t]*(\d{1,2})[ \t,;|]*$/gim;

export function statedOptions(text: string): OptionsInWords {
  // Long blanks would make the expressions below slow.
  const words = text.replace(/[^\S\n]+/g, ' ').replace(/(?: ?\n){2,} ?/g, '\n\n');
  const { stride, pad, dilation, ...others } = statedNumbers(words);
  const strides = [...stride, ...numbersIn(words, STRIDE_CELL)].filter((number) => number > 0);
  const named = BIAS.exec(words);
  const added = (named?.[1] ?? named?.[2])?.replace('\u2212', '-') ?? ADDED.exec(words)?.[1];
  const bias = /\bConv2d\((?![^()\n]*\bbias[ \t]*=[ \t]*(?:False|0))/.test(words);
  return {
    stride: [...new Set(strides)],
    pad: [...new Set([...pad, ...numbersIn(words, PAD_CELL)])],
    ...(dilation.length > 0 && { dilation }),
    ...others,
    ...(added !== undefined && { added: Number(added) }),
    ...(named && { namesBias: true }),
    ...(bias && { bias }),
    ...kernelInWords(words),
    ...poolInWords(words),
  };
}

function numbersIn(words: string, pattern: RegExp): number[] {
  return [...words.matchAll(pattern)].map(([, number = '']) => Number(number));
}
