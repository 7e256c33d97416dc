/** Conventions of padding: how many cells, on which sides, and whether they count in a mean. */
import { toPair } from '../../layer/axis';
import { conv2dBackward } from '../../layer/conv2dBackward';
import { conv2dGeometry, outputShape } from '../../layer/geometry';
import type { Sides } from '../../layer/options';
import { pad2d } from '../../layer/pad2d';
import { msg } from '../../message';
import { RandomState } from '../../random/RandomState';
import { tuple4 } from '../../tuples';
import type { CaseSizes } from '../cases/makeCase';
import { stridesOfCase, type LayerCase } from '../cases/LayerCase';
import { BORDERS } from './borders';
import type { Convention } from './Convention';
import { OTHER_WINDOWS } from './otherWindows';
import { NAMED } from './namedPaddings';
import { convWith, turnedFilter, poolWith, withScaledGradient } from './layerWith';
import { expectedOf } from '../cases/expected';
import { split } from '../cases/sides';
import { ZERO_MAXIMUM } from './zeroMaximum';

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
  ...NAMED,
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
function filledPadding(layerCase: LayerCase): Sides {
  const { x, kernel, dilation = 1 } = layerCase;
  const [, rows, cols] = tuple4(x!.shape);
  const { pad: padRows, padCols = padRows } = layerCase;
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

/** Whether nothing in a text halves a number. */
function halvesNothing(text: string): boolean {
  return !/\/\s*2|,\s*2\)|>>\s*1|\*\s*0?\.5/.test(text);
}

/** The cells of both sides of an axis as one number: the larger half is on either side. */
const TOTALS = [false, true].flatMap((isLargerFirst): Convention[] => [
  {
    id: 'padding-in-total',
    detail: msg('the padding counts the cells of both sides together'),
    operations: ['conv_forward'],
    isExcluded: halvesNothing,
    expected: (layerCase) => convWith(layerCase, { padding: halves(layerCase, isLargerFirst) }),
  },
  {
    id: 'padding-in-total',
    detail: msg('the padding counts the cells of both sides together'),
    operations: ['pool_forward'],
    isExcluded: halvesNothing,
    expected: (layerCase) => poolWith(layerCase, { padding: halves(layerCase, isLargerFirst) }),
  },
  {
    id: 'padding-in-total',
    detail: msg('the padding counts the cells of both sides together'),
    operations: ['zero_pad'],
    isExcluded: halvesNothing,
    expected: (layerCase) => [{ name: 'x_pad', array: pad2d(layerCase.x!, halves(layerCase, isLargerFirst)) }],
  },
]);

function halves({ pad, padCols = pad }: LayerCase, isLargerFirst: boolean): Sides {
  const { top, bottom, left, right } = split(pad, padCols);
  return isLargerFirst ? { top: bottom, bottom: top, left: right, right: left } : { top, bottom, left, right };
}

/** A sum over earlier cells, `x[j] * k[i - j]`, in a text that centres no window. */
function readsEarlierCells(text: string): boolean {
  return /\w\[\(?[a-z] *- *[a-z]\)?\]/.test(text) && !/pad|same|\/\/ *2|>> *1/i.test(text);
}

/** All cells of the padding come before the input: an output depends on earlier cells only. */
const CAUSAL = [false, true].map((turned): Convention => ({
  id: 'causal-padding',
  detail: msg('causal: the padding comes before the input only'),
  operations: ['conv_forward'],
  isMeant: (text, name) => /causal|kausal/i.test(name + text) || (turned && readsEarlierCells(text)),
  expected: (layerCase) => {
    const padding = before(layerCase);
    return convWith(turned ? { ...layerCase, w: turnedFilter(layerCase.w!) } : layerCase, { padding });
  },
}));

/** The padding before and after: every window that has a cell of the input. */
const FULL = [false, true].map((turned): Convention => ({
  id: 'full-padding',
  detail: msg('full: every window that has a cell of the input, as with mode="full" in SciPy'),
  operations: ['conv_forward'],
  expected: (layerCase) => {
    const { top, left } = before(layerCase);
    const padding = { top, bottom: top, left, right: left };
    return convWith(turned ? { ...layerCase, w: turnedFilter(layerCase.w!) } : layerCase, { padding });
  },
}));

/** As many cells above and on the left as a window reaches over its last cell. */
function before({ kernel: [rows, cols], dilation = 1 }: LayerCase): Sides {
  return { top: dilation * (rows - 1), bottom: 0, left: dilation * (cols - 1), right: 0 };
}

/** Also “padded cells are not counted”, “cells of the padding do not count”, “only the real cells”, “the cells that exist”. */
const STATED_INSIDE =
  /count_include_pad *= *False|ignore_?pad|(?:exclud|without|not count|not includ)\w* (?:the )?pad|\bpad\w*(?: \w+){0,2} (?:(?:are|is|do|does|must|should|will) not|(?:are|do|does|is)n't|never) (?:be )?(?:count|includ|contribut|enter)|\bonly (?:the )?(?:real|actual|original) (?:cells|values|pixels|elements|entries)|\b(?:over|of) (?:the )?(?:cells|values|pixels) that (?:really |actually )?(?:exist|(?:lie|are) (?:inside|within))|\bno (?:zeros?|padding) (?:is|are) (?:averag|count|includ)/i;

/** A number of cells inside of the input that is computed and not read: `count = (min(r + k, h) - max(r, 0)) * …`. */
const COUNTED =
  /^[ \t]*(\w*(?:count|cnt|valid|inside|cells|num|divisor|denom|area)\w*) *= *(?=.*(?:\bmin\(|\bsum\(|count_nonzero)).*$/gim;

const INSIDE_IS_STATED = {
  test: (text: string): boolean =>
    STATED_INSIDE.test(text) ||
    [...text.matchAll(COUNTED)].some(([, name]) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length === 1),
};

/** The gradients of a causal convolution: dZ has the rows and columns of the input. */
const CAUSAL_GRADIENTS = [false, true].map((turned): Convention => ({
  id: 'causal-padding',
  detail: msg('causal: the padding comes before the input only'),
  operations: ['conv_backward'],
  isMeant: (text, name) => /causal|kausal/i.test(name + text),
  caseOf: (layerCase) => {
    const { x, w, gradient, dilation = 1 } = layerCase;
    const stride = stridesOfCase(layerCase);
    const shape = outputShape(conv2dGeometry(x!.shape, w!.shape, { stride, padding: before(layerCase), dilation }));
    if (String(shape) === String(gradient!.shape)) return layerCase;
    return { ...layerCase, gradient: new RandomState(71).randn(...shape) };
  },
  expected: (layerCase) => {
    const { x, w, gradient, dilation = 1 } = layerCase;
    const stride = stridesOfCase(layerCase);
    const filter = turned ? turnedFilter(w!) : w!;
    const { dX, dW, db } = conv2dBackward(gradient!, x!, filter, { stride, padding: before(layerCase), dilation });
    return [
      { name: 'dA_prev', array: dX },
      { name: 'dW', array: turned ? turnedFilter(dW) : dW },
      { name: 'db', array: db },
    ];
  },
}));

/** Whether the default of an argument is that the padding counts. */
function countsPadding(text: string): boolean {
  return /count_include_pad\s*(?::\s*\w+\s*)?=\s*True/.test(text);
}

/** Means of the cells inside of the input only. */
const INSIDE: readonly Convention[] = [
  {
    id: 'mean-without-padding',
    detail: msg('the padding does not count in the mean of a window'),
    operations: ['pool_forward'],
    isLikely: /count_include|exclud|nanmean|max\([^()\n]*, *0\)/i,
    isStated: INSIDE_IS_STATED,
    isExcluded: countsPadding,
    expected: (layerCase) => poolWith(layerCase, { countIncludePad: false }),
  },
  ...(['all', 'first'] as const).map((ties): Convention => ({
    id: 'mean-without-padding',
    detail: msg('the padding does not count in the mean of a window'),
    operations: ['pool_backward'],
    isLikely: /count_include|exclud|keepdims|max\([^()\n]*, *0\)/i,
    isStated: INSIDE_IS_STATED,
    isExcluded: countsPadding,
    expected: (layerCase) =>
      layerCase.mode === 'max'
        ? expectedOf(layerCase, ties)
        : withScaledGradient(layerCase, (cells) => (layerCase.kernel[0] * layerCase.kernel[1]) / cells.length),
  })),
];

export const PADDINGS: readonly Convention[] = [
  ...SIZES,
  ...CAUSAL,
  ...FULL,
  ...CAUSAL_GRADIENTS,
  ...TOTALS,
  ...INSIDE,
  ...ZERO_MAXIMUM,
  ...BORDERS,
  ...OTHER_WINDOWS,
];
