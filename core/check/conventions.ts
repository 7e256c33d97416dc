/** Conventions that differ from the course's and are right in their own way. */
import type { NdArray } from '../array/NdArray';
import { stridesOf } from '../array/NdArray';
import { msg, type Message } from '../message';
import { toPair } from '../layer/axis';
import { conv2d } from '../layer/conv2d';
import type { Conv2dOptions, Pool2dOptions } from '../layer/options';
import { pool2d } from '../layer/pool2d';
import { expectedOf } from './cases/expected';
import type { CaseSizes } from './cases/makeCase';
import { paddingOfCase, stridesOfCase, type LayerCase, type NamedArray } from './cases/LayerCase';
import type { CourseFunction } from './CourseFunction';

export interface Convention {
  readonly id: string;
  readonly detail: Message;
  readonly operations: readonly CourseFunction[];
  /** Whether the text shows the convention; absent: its numbers do. */
  readonly isMeant?: (text: string, name: string) => boolean;
  /** Text of a function that may be meant to follow the convention, where its numbers are wrong. */
  readonly isLikely?: RegExp;
  /** Text that states the convention: what agrees without it is wrong. */
  readonly isStated?: RegExp;
  /** Text that states the layer itself: what follows the convention is wrong. */
  readonly isExcluded?: (text: string) => boolean;
  readonly expected: (layerCase: LayerCase) => NamedArray[];
  /** Geometries that tell the convention from others, for text that states it. */
  readonly geometries?: (text: string) => readonly CaseSizes[];
}

const ZERO_PADDED = /^(?:zero_pad|conv_forward|conv_backward|pool_forward|pool_backward)$|_naive/;

/** One cell more is padded below and on the right where the number of cells is odd. */
const SAME_AS_TENSORFLOW =
  /\bsame\b[\s\S]*(?:tensorflow|\bTF\b|keras|below|bottom|abajo)|(?:tensorflow|\bTF\b|keras)[\s\S]*\bsame\b/i;

function unevenSizes(text: string): CaseSizes[] {
  const odd: CaseSizes[] = [
    { rows: 6, cols: 7, kernel: [3, 3], stride: 2 },
    { rows: 4, cols: 5, kernel: [3, 3], stride: 3, examples: 1 },
  ];
  return /\bodd\b|% *2|impar|ungerade/i.test(text) ? odd : [...odd, { rows: 4, cols: 5, kernel: [2, 2] }];
}

/** Output sizes of other rules than ⌊(n − f + 2·pad) / stride⌋ + 1. */
const SIZES: readonly Convention[] = [
  ...([true, false] as const).map((countIncludePad): Convention => ({
    id: 'same-padding',
    detail: msg('padding “same” as in TensorFlow: the output has ⌈n / stride⌉ rows and columns'),
    operations: ['pool_forward'],
    isMeant: (text) => /same/i.test(text),
    expected: (layerCase) => poolWith(layerCase, { padding: 'same_upper', countIncludePad }),
  })),
  {
    id: 'same-padding',
    detail: msg('padding “same” as in TensorFlow: the output has ⌈n / stride⌉ rows and columns'),
    operations: ['conv_forward'],
    isMeant: (text) => /same/i.test(text),
    isStated: SAME_AS_TENSORFLOW,
    geometries: unevenSizes,
    expected: (layerCase) => convWith(layerCase, { padding: 'same_upper' }),
  },
  {
    id: 'last-window-filled',
    detail: msg('zeros are added below and on the right where the last window reaches over the edge'),
    operations: ['conv_forward'],
    isMeant: (text) => /ceil|trailing|tail|incomplete|partial/i.test(text),
    expected: (layerCase) => convWith(layerCase, { padding: filledPadding(layerCase) }),
  },
];

/** The padding with as many cells below and on the right as the last window lacks. */
function filledPadding(layerCase: LayerCase): { top: number; bottom: number; left: number; right: number } {
  const { x, kernel, dilation = 1 } = layerCase;
  const [, rows, cols] = x!.shape as [number, number, number];
  const [padRows, padCols] = toPair(paddingOfCase(layerCase));
  const [strideRows, strideCols] = toPair(stridesOfCase(layerCase));
  const lacking = (size: number, window: number, stride: number): number => {
    const over = (size - dilation * (window - 1) - 1) % stride;
    return over > 0 ? stride - over : 0;
  };
  return {
    top: padRows,
    bottom: padRows + lacking(rows + 2 * padRows, kernel[0], strideRows),
    left: padCols,
    right: padCols + lacking(cols + 2 * padCols, kernel[1], strideCols),
  };
}

/** One number of cells for both sides of an axis. */
const TOTALS: readonly Convention[] = [
  {
    id: 'padding-in-total',
    detail: msg('the padding counts the cells of both sides together'),
    operations: ['conv_forward'],
    expected: (layerCase) => convWith(layerCase, { padding: sides(layerCase.pad) }),
  },
  {
    id: 'padding-in-total',
    detail: msg('the padding counts the cells of both sides together'),
    operations: ['pool_forward'],
    expected: (layerCase) => poolWith(layerCase, { padding: sides(layerCase.pad) }),
  },
];

/** The larger half below and on the right. */
function sides(pad: number): { top: number; bottom: number; left: number; right: number } {
  const [before, after] = [Math.floor(pad / 2), Math.ceil(pad / 2)];
  return { top: before, bottom: after, left: before, right: after };
}

/** All cells of the padding come before the input: an output depends on earlier cells only. */
const CAUSAL = [false, true].map((turned): Convention => ({
  id: 'causal-padding',
  detail: msg('causal: the padding comes before the input only'),
  operations: ['conv_forward'],
  isMeant: (text, name) => /causal|kausal/i.test(name + text),
  expected: (layerCase) => {
    const { w, kernel, dilation = 1 } = layerCase;
    const before = (size: number): number => dilation * (size - 1);
    const padding = { top: before(kernel[0]), bottom: 0, left: before(kernel[1]), right: 0 };
    return convWith(turned ? { ...layerCase, w: flipped(w!) } : layerCase, { padding, dilation });
  },
}));

/** Means of the cells inside of the input only. */
const INSIDE: readonly Convention[] = [
  {
    id: 'mean-without-padding',
    detail: msg('the padding does not count in the mean of a window'),
    operations: ['pool_forward'],
    isLikely: /count_include|exclud|nanmean|max\([^()\n]*, *0\)/i,
    isStated: /count_include_pad *= *False|ignore_?pad|(?:exclud|without|not count)\w* (?:the )?pad/i,
    expected: (layerCase) => poolWith(layerCase, { countIncludePad: false }),
  },
];

/** Padding with values of the input. */
const BORDERS = (
  [
    ['replicate', /['"](?:edge|replicate)['"]/, msg('the padding repeats the values of the border')],
    ['reflect', /['"]reflect['"]/, msg('the padding reflects the values at the border')],
    ['circular', /['"](?:wrap|circular)['"]/, msg('the padding continues with the opposite border')],
  ] as const
).flatMap(([paddingMode, pattern, detail]): Convention[] =>
  [false, true].map((turned) => ({
    id: `${paddingMode}-padding`,
    detail,
    operations: ['conv_forward'],
    isMeant: (text, name) => pattern.test(text) && !ZERO_PADDED.test(name),
    expected: (layerCase) => convWith(turned ? { ...layerCase, w: flipped(layerCase.w!) } : layerCase, { paddingMode }),
  })),
);

function convWith(layerCase: LayerCase, options: Conv2dOptions): NamedArray[] {
  const { x, w, b } = layerCase;
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  const bias = b && { shape: [1, 1, 1, b.data.length], data: b.data };
  return [{ name: 'Z', array: conv2d(x!, w!, bias, { stride, padding, ...options }) }];
}

function poolWith(layerCase: LayerCase, options: Partial<Pool2dOptions>): NamedArray[] {
  const { x, mode, kernel } = layerCase;
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  return [{ name: 'A', array: pool2d(x!, { mode, kernel, stride, padding, ...options }) }];
}

/** Text that turns the filter, or states that it is turned. */
const TURNED = /::-1|flip|rot90|rotat|true convolution|turned|mirror/i;

const UNTURNED = /\b(?:not|never|without|no|un-?)[ -]?(?:being )?(?:flip|turn|rotat|mirror)\w*/gi;

/** Whether text names the layer of frameworks, and no turned filter. */
function isUnturned(text: string): boolean {
  return /cross-? ?correlat|\btorch\b/i.test(text) && !TURNED.test(text.replace(UNTURNED, ''));
}

export const CONVENTIONS: readonly Convention[] = [
  {
    id: 'true-convolution',
    detail: msg('true convolution: the filter is turned by 180°, as in mathematics and SciPy'),
    operations: ['conv_forward'],
    isLikely: TURNED,
    isExcluded: (text) =>
      isUnturned(text) || isUnturned((text.match(/"""[\s\S]*?"""|'''[\s\S]*?'''|#.*/g) ?? []).join('\n')),
    expected: (layerCase) => expectedOf({ ...layerCase, w: flipped(layerCase.w!) }),
  },
  {
    id: 'true-convolution',
    detail: msg('true convolution: the filter is turned by 180°, as in mathematics and SciPy'),
    operations: ['conv_backward'],
    expected: (layerCase) =>
      expectedOf({ ...layerCase, w: flipped(layerCase.w!) }).map(({ name, array }) => ({
        name,
        array: name === 'dW' ? flipped(array) : array,
      })),
  },
  {
    id: 'first-maximum',
    detail: msg('of equal maxima only the first receives the gradient, as in PyTorch'),
    operations: ['pool_backward', 'create_mask_from_window'],
    isLikely: /(?:argwhere|nonzero)\(|\bwhere\([^,()]*(?:\([^()]*\))?[^,()]*\)/,
    expected: (layerCase) => expectedOf(layerCase, 'first'),
  },
  {
    id: 'mean-over-examples',
    detail: msg('the gradients of W and b are averaged over the examples'),
    operations: ['conv_backward'],
    isLikely: /\/=? *(?:m|N|n|batch_?size|len\(|\w+\.shape\[0\])/,
    expected: (layerCase) =>
      expectedOf(layerCase).map(({ name, array }) => ({
        name,
        array: name === 'dA_prev' ? array : scaled(array, 1 / layerCase.x!.shape[0]!),
      })),
  },
  {
    id: 'split-maximum',
    detail: msg('equal maxima share the gradient evenly'),
    operations: ['pool_backward'],
    isLikely: /mask[^\n]*sum\(|sum\(mask|count_nonzero/,
    expected: splitGradient,
  },
  ...SIZES,
  ...CAUSAL,
  ...TOTALS,
  ...INSIDE,
  ...BORDERS,
];

/** Rows and columns of (f_H, f_W, …) in reverse order. */
function flipped(w: NdArray): NdArray {
  const [rows, cols] = w.shape as [number, number];
  const inner = stridesOf(w.shape)[1]!;
  const data = new Float64Array(w.data.length);
  for (let cell = 0; cell < rows * cols; cell++) {
    data.set(w.data.subarray((rows * cols - 1 - cell) * inner, (rows * cols - cell) * inner), cell * inner);
  }
  return { shape: w.shape, data };
}

function scaled(array: NdArray, factor: number): NdArray {
  return { shape: array.shape, data: Float64Array.from(array.data, (value) => value * factor) };
}

/** Each window's gradient divided by the number of its maxima, then spread by the layer itself. */
function splitGradient(layerCase: LayerCase): NamedArray[] {
  if (layerCase.mode !== 'max') return expectedOf(layerCase);
  const { x, gradient, kernel, stride } = layerCase;
  const [, rows, cols, channels] = gradient!.shape as [number, number, number, number];
  const [, inRows, inCols] = x!.shape as [number, number, number, number];
  const data = Float64Array.from(gradient!.data, (value, flat) => {
    const c = flat % channels;
    const w = Math.floor(flat / channels) % cols;
    const h = Math.floor(flat / (channels * cols)) % rows;
    const i = Math.floor(flat / (channels * cols * rows));
    const cells: number[] = [];
    for (let r = h * stride; r < Math.min(inRows, h * stride + kernel[0]); r++) {
      for (let k = w * stride; k < Math.min(inCols, w * stride + kernel[1]); k++) {
        cells.push(x!.data[((i * inRows + r) * inCols + k) * channels + c]!);
      }
    }
    const max = Math.max(...cells);
    return value / cells.filter((cell) => cell === max).length;
  });
  return expectedOf({ ...layerCase, gradient: { shape: gradient!.shape, data } });
}
