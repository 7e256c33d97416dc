/** Options that are tried, and the work that trials may take. */
import type { NdArray } from '../../../array/NdArray';
import { toPair } from '../../../layer/axis';
import { combinations } from '../../../combinations';
import type { Conv2dOptions, ConvTranspose2dOptions, Padding, Pair, Pool2dOptions } from '../../../layer/options';
import type { StatedSizes } from './layouts';

/** What is tried, and the work that is left. */
export interface Trial {
  sizes: StatedSizes;
  stated: Stated;
  work: number;
}

/** Work of one try that does not fit. */
const WORK_PER_TRIAL = 300;

/** Whether there is as much work left, which is then taken; 0 for a try that may not fit. */
export function spends(trial: Trial, work: number): boolean {
  const full = work + WORK_PER_TRIAL;
  if (full > trial.work) return false;
  trial.work -= full;
  return true;
}

const STRIDES = [1, 2, 3];

/** The options that the text states first, then the simplest: of several with the same result the first is meant. */
export function convTrials(images: NdArray, filters: NdArray, { stated }: Trial): Conv2dOptions[] {
  const groups = images.shape[3]! / filters.shape[2]!;
  const dilations: Pair[] = stated.dilates || images.shape[1] === 1 ? [1, 2] : [1];
  const found = [...stated.dilationPairs, ...dilations].flatMap((dilation) =>
    [...stated.stridePairs, ...STRIDES].flatMap((stride) =>
      [...stated.sides, ...padsFor(images, filters, dilation)].map((padding) => ({
        stride,
        padding,
        ...(dilation !== 1 && { dilation }),
        ...(groups > 1 && { groups }),
      })),
    ),
  );
  return statedFirst(found, stated);
}

function padsFor(images: NdArray, { shape: [rows = 1, cols = 1] }: NdArray, dilation: Pair): Padding[] {
  // Only the padding would be above and below a row of one channel.
  if (images.shape[1] === 1 && images.shape[3] === 1 && rows > 1 && images.shape[2]! > 1) return [];
  const [ofRows, ofCols] = toPair(dilation);
  const [down, right] = [(rows - 1) * ofRows, (cols - 1) * ofCols];
  // One row is a 1-D layer, which pads its only axis.
  const sides: Padding[] = images.shape[1] === 1 && rows === 1 ? [0, [0, 1], [0, 2]] : [0, 1, 2];
  return [...sides, [down >> 1, right >> 1], [down, right], 'same_upper', 'same_lower'];
}

export function poolTrials(
  { shape: [, rows = 1, cols = 1] }: NdArray,
  modes: readonly Pool2dOptions['mode'][],
  { stated }: Trial,
): Pool2dOptions[] {
  const all: readonly Pair[] = [...stated.windows, 2, 3, 4, 5, [1, 2], [2, 1], [1, 3], [3, 1], [2, 3], [3, 2]];
  // One row is a 1-D layer.
  const kernels = all.filter((kernel) => rows > 1 || toPair(kernel)[0] === 1);
  // One window is the whole plane.
  const whole = (stated.isGlobal ? modes : []).map((mode): Pool2dOptions => ({
    mode,
    kernel: rows === cols ? rows : [rows, cols],
    stride: 1,
    padding: 0,
    ties: 'first',
  }));
  const windows = [...combinations([...stated.sides, 0, 1, 'same_upper'] as const, kernels)];
  const found = windows.flatMap(([padding, kernel]) =>
    [...combinations(new Set<Pair>([...stated.stridePairs, kernel, 1, 2, 3]), modes)].flatMap(([stride, mode]) => {
      const dilations = mode === 'max' && stated.dilates ? [1, 2] : [1];
      const counts = mode === 'max' || padding === 0 ? [true] : [true, false];
      return [...combinations(dilations, counts)].map(([dilation, countIncludePad]): Pool2dOptions => ({
        mode,
        kernel,
        stride,
        padding,
        ...(dilation > 1 && { dilation }),
        ...(!countIncludePad && { countIncludePad }),
        ties: 'first',
      }));
    }),
  );
  return [...whole, ...statedFirst(found, stated)];
}

export function transposeTrials({ stated }: Trial): ConvTranspose2dOptions[] {
  const found = [1, 2].flatMap((dilation) =>
    [...stated.stridePairs, ...STRIDES].flatMap((stride) =>
      ([0, 1, 2, 'same_upper'] as const).flatMap((padding) =>
        (stride === 1 ? [0] : [0, 1]).map((outputPadding) => ({
          stride,
          padding,
          ...(dilation > 1 && { dilation }),
          ...(outputPadding > 0 && { outputPadding }),
        })),
      ),
    ),
  );
  return statedFirst(found, stated);
}

interface Stated {
  readonly dilates: boolean;
  /** Global pooling. */
  readonly isGlobal: boolean;
  readonly dilationPairs: readonly Pair[];
  /** Of pads of four numbers: those of ONNX, `[top, left, bottom, right]`, and those of two axes, `[top, bottom, left, right]`. */
  readonly sides: readonly Padding[];
  readonly strides: ReadonlySet<number>;
  readonly stridePairs: readonly Pair[];
  readonly pads: ReadonlySet<number>;
  readonly kernels: ReadonlySet<number>;
  /** Windows of two sizes: TensorFlow's `ksize: [1, 2, 3, 1]`, `windowDimensions: [2, 3]`. */
  readonly windows: readonly Pair[];
  readonly dilations: ReadonlySet<number>;
}

/** With what the text near the arrays states instead, as far as it does. */
export function statedNear(whole: Stated, near: Stated): Stated {
  const chosen = <T extends { readonly size: number }>(own: T, all: T): T => (own.size > 0 ? own : all);
  return {
    ...whole,
    isGlobal: near.isGlobal,
    stridePairs: near.stridePairs.length > 0 || near.strides.size > 0 ? near.stridePairs : whole.stridePairs,
    sides: near.sides.length > 0 ? near.sides : whole.sides,
    strides: chosen(near.strides, whole.strides),
    pads: chosen(near.pads, whole.pads),
    kernels: chosen(near.kernels, whole.kernels),
    dilations: chosen(near.dilations, whole.dilations),
  };
}

/** Numbers next to these words; those of a line with its word in a comment behind them, `{2, 1},  // strides`, as well. */
export function statedIn(written: string): Stated {
  const text = written.replace(/([[({][\d, ]+[\])}]),?[ \t]*(?:\/\/|#)[ \t]*(\w+)[ \t]*$/gm, '$2: $1');
  const numbers = (pattern: RegExp): ReadonlySet<number> =>
    new Set([...text.matchAll(pattern)].map(([, number]) => Number(number)));
  const pairs = (pattern: RegExp): Pair[] =>
    [...text.matchAll(pattern)].slice(0, 2).map(([, a, b]): Pair => [Number(a), Number(b)]);
  return {
    isGlobal: /global\w{0,8}[ _]?pool/i.test(text),
    dilates: /dilat|atrous|\brates?\b/i.test(text),
    dilationPairs: pairs(/dilat\w*\W{1,4}(\d)\s*,\s*(\d)\s*[\])}]/gi).filter(isUneven),
    sides: sidesIn(text),
    stridePairs: [
      ...pairs(/stride\w*\W{1,4}\s*(\d)\s*,\s*(\d)\s*[\])}]/gi),
      ...pairs(byAxis('stride')).filter(isUneven),
    ],
    strides: numbers(
      new RegExp(String.raw`(?:stride\w*\W{1,4}\s*|${constant('s|st')})(\d)(?!\d|\s*,\s*\d\s*[\])}])`, 'gi'),
    ),
    pads: numbers(/pad(?:ding)?\w*\W{1,4}(\d)(?!\d)/gi),
    dilations: numbers(/dilat\w*\W{1,4}(\d)(?!\d)/gi),
    windows: [
      ...pairs(/(?:kernel|pool|ksize|window)\w*\W{1,3}[[({]\s*1\s*,\s*(\d)\s*,\s*(\d)\s*,\s*1\s*[\])}]/gi),
      ...pairs(/(?:kernel|pool|window)_?(?:size|shape|dim\w*)\W{1,3}[[({]\s*(\d)\s*,\s*(\d)\s*[\])}]/gi).map(
        simplified,
      ),
      ...pairs(byAxis('(?:kernel|pool|filter|window|k)')).filter(isUneven),
      ...pairs(INNER_LOOPS).map(simplified),
    ],
    kernels: numbers(
      new RegExp(
        String.raw`(?:(?:kernel|pool|size|window|filter)\w*[^\w)]{1,4}|${constant('[fk][hs]?|ksize')})(\d)(?!\d)`,
        'gi',
      ),
    ),
  };
}

/** The two innermost loops, `for (i = 0; i < 2; i++) for (j = 0; j < 3; j++)`, `for i in range(2):`, `for i in 0..<2 {`. */
const INNER_LOOPS = new RegExp(String.raw`${loop()}${loop()}(?!for\b)`, 'g');

function loop(): string {
  return String.raw`\bfor\b[^\n{]{0,40}?(?:<|\brange\(|\.\.<?|\buntil)\s*(\d)(?![\w.])(?:(?!\bfor\b)[^\n{])*\{?\s*`;
}

/** `#define K 3`, `K = 3`, `const K: usize = 3`, `let k = 3`: what precedes the number of a constant with one of these names. */
function constant(names: string): string {
  return String.raw`(?:#define\s+(?:${names})\s+|\b(?:${names})(?:\s*:\s*\w+)?\s*(?::=|=|<-)\s*)`;
}

/** `strideH = 1; strideW = 2`, `k_rows: 2, k_cols: 3`, `hStride: 1, wStride: 2`: one number for each axis, rows first. */
function byAxis(word: string): RegExp {
  const rows = '(?:h|y|height|rows?)';
  const cols = '(?:w|x|width|cols?|columns)';
  const either = (axis: string): string => `\\b(?:${word}_?(?:size_?)?${axis}|${axis}_?${word}(?:_?size)?)\\b`;
  return new RegExp(`${either(rows)}\\W{1,4}(\\d)\\b[^{}]{1,60}?${either(cols)}\\W{1,4}(\\d)\\b`, 'gi');
}

function simplified(pair: Pair): Pair {
  return isUneven(pair) ? pair : toPair(pair)[0];
}

function isUneven(pair: Pair): boolean {
  return new Set([pair].flat()).size > 1;
}

function sidesIn(text: string): Padding[] {
  const four = /pad(?:ding)?s?["']?\W{1,4}(\d)\s*,\s*(\d)\s*,\s*(\d)\s*,\s*(\d)\s*[\])}]/gi;
  return [...text.matchAll(four)].slice(0, MOST_SIDES).flatMap(([, ...numbers]) => {
    const [a = 0, b = 0, c = 0, d = 0] = numbers.map(Number);
    if (a === b && b === c && c === d) return [];
    return [
      { top: a, left: b, bottom: c, right: d },
      { top: a, bottom: b, left: c, right: d },
    ];
  });
}

const MOST_SIDES = 4;

function statedFirst<T extends Conv2dOptions | ConvTranspose2dOptions | Pool2dOptions>(
  options: readonly T[],
  { strides, stridePairs, sides, pads, kernels, windows, dilations }: Stated,
): T[] {
  const isOther = (given: ReadonlySet<number>, value: unknown): number =>
    given.size > 0 && !(typeof value === 'number' && given.has(value)) ? 1 : 0;
  const rank = (each: T): number =>
    (stridePairs.length > 0 ? Number(!stridePairs.includes(each.stride ?? 1)) : isOther(strides, each.stride)) +
    (sides.some((own) => own === each.padding)
      ? 0
      : isOther(pads, Array.isArray(each.padding) && each.padding[0] === 0 ? each.padding[1] : each.padding)) +
    isOther(dilations, each.dilation ?? 1) +
    ('kernel' in each && !windows.includes(each.kernel) ? 2 * isOther(kernels, each.kernel) + 2 * windows.length : 0);
  return [...options].sort((a, b) => rank(a) - rank(b));
}
