/** Conventions that differ from the course's and are right in their own way. */
import type { NdArray } from '../../array/NdArray';
import { msg, type Message } from '../../message';
import { expectedOf } from '../cases/expected';
import type { LayerCase, NamedArray } from '../cases/LayerCase';
import { isBackward } from '../CourseFunction';
import type { Convention } from './Convention';
import { turnedFilter, withScaledGradient } from './layerWith';
import { LIKELY_TURNED, statesCorrelation, TURNED } from './turned';
import { PADDINGS } from './paddings';

/** Which of equal maxima is taken: a greater rank is preferred. */
const ORDERS: readonly (readonly [Message, (row: number, col: number, size: number) => number])[] = [
  [msg('of equal maxima only the last receives the gradient'), (row, col, size) => row * size + col],
  [
    msg('of equal maxima only the first, column by column, receives the gradient'),
    (row, col, size) => -col * size - row,
  ],
];

const BY_EXAMPLES = /\/=? *(?:[mNn]\b|\w*batch\w*|(?:n|num)_?(?:samples|examples|ima?ge?s)\b|len\(|[\w.]+\.shape\[0\])/;

export const CONVENTIONS: readonly Convention[] = [
  {
    id: 'true-convolution',
    detail: msg('true convolution: the filter is turned by 180°, as in mathematics and SciPy'),
    operations: ['conv_forward'],
    isLikely: LIKELY_TURNED,
    isExcluded: statesCorrelation,
    expected: (layerCase) => expectedOf({ ...layerCase, w: turnedFilter(layerCase.w!) }),
  },
  {
    id: 'true-convolution',
    detail: msg('true convolution: the filter is turned by 180°, as in mathematics and SciPy'),
    operations: ['conv_backward'],
    expected: (layerCase) =>
      turnedGradients(layerCase).map(({ name, array }) => ({
        name,
        array: name === 'dW' ? turnedFilter(array) : array,
      })),
  },
  {
    id: 'first-maximum',
    detail: msg('of equal maxima only the first receives the gradient, as in PyTorch'),
    operations: ['pool_backward', 'create_mask_from_window'],
    isLikely: /(?:argwhere|nonzero)\(|\bwhere\([^,()]*(?:\([^()]*\))?[^,()]*\)/,
    expected: (layerCase) => expectedOf(layerCase, 'first'),
  },
  ...ORDERS.map(([detail, orderOf]): Convention => ({
    id: 'other-maximum',
    detail,
    operations: ['pool_backward', 'create_mask_from_window'],
    expected: (layerCase) => expectedOf({ ...layerCase, x: withRanks(layerCase.x!, orderOf) }, 'first'),
  })),
  ...(
    [
      [['dW', 'db'], msg('the gradients of W and b are averaged over the examples')],
      [['dW'], msg('the gradient of W is averaged over the examples')],
      [['db'], msg('the gradient of b is averaged over the examples')],
    ] as const
  ).map(([means, detail]): Convention => ({
    id: 'mean-over-examples',
    detail,
    operations: ['conv_backward'],
    isLikely: BY_EXAMPLES,
    // Of one of them alone only a division shows that it is meant.
    isExcluded: (text) => means.length === 1 && !BY_EXAMPLES.test(text),
    expected: (layerCase) =>
      expectedOf(layerCase).map(({ name, array }) => ({
        name,
        array: means.some((each) => each === name) ? scaled(array, 1 / layerCase.x!.shape[0]!) : array,
      })),
  })),
  {
    id: 'split-maximum',
    detail: msg('equal maxima share the gradient evenly'),
    operations: ['pool_backward'],
    isLikely: /mask[^\n]*sum\(|sum\(mask|count_nonzero|(\w+)\s*=[^\n=]*==[\s\S]*?\b(?:\1\.sum\(|sum\(\1\b)/,
    expected: splitGradient,
  },
  ...PADDINGS,
];

/** The gradients of a layer that keeps its filter turned: that of the filter is the one of the kept filter. */
export const KEPT_TURNED: Convention = {
  id: 'true-convolution',
  detail: msg('true convolution: the filter is turned by 180°, as in mathematics and SciPy'),
  operations: ['conv_backward'],
  expected: turnedGradients,
};

/** Whether the text of a function turns an array, or states that it does. */
export function turnsFilter(text: string): boolean {
  return TURNED.test(text);
}

function turnedGradients(layerCase: LayerCase): NamedArray[] {
  return expectedOf({ ...layerCase, w: turnedFilter(layerCase.w!) });
}

/** Whether the gradient of a forward convention is known. */
export function hasGradient({ id }: Convention): boolean {
  return CONVENTIONS.some((each) => each.id === id && each.operations.some(isBackward));
}

/** The array with so small a difference between cells of a plane that only equal ones are ordered by it. Of a window, the two axes alone. */
function withRanks({ shape, data }: NdArray, rankOf: (row: number, col: number, size: number) => number): NdArray {
  const [rows = 1, cols = 1, channels = 1] = shape.length > 2 ? shape.slice(1) : shape;
  const size = Math.max(rows, cols);
  const step = RANK / size ** 2;
  return {
    shape,
    data: Float64Array.from(data, (value, k) => {
      const cell = Math.floor(k / channels);
      return value + step * rankOf(Math.floor(cell / cols) % rows, cell % cols, size);
    }),
  };
}

/** The difference of the greatest ranks. */
const RANK = 1e-6;

function scaled(array: NdArray, factor: number): NdArray {
  return { shape: array.shape, data: Float64Array.from(array.data, (value) => value * factor) };
}

/** Each window's gradient divided by the number of its maxima, then spread by the layer itself. */
function splitGradient(layerCase: LayerCase): NamedArray[] {
  if (layerCase.mode !== 'max') return expectedOf(layerCase);
  return withScaledGradient(layerCase, (cells) => {
    const max = Math.max(...cells);
    return 1 / cells.filter((cell) => cell === max).length;
  });
}
