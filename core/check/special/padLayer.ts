/** A class that adds zeros around its input, and the gradient that it passes back: the inside of the incoming one. */
import { vector, type NdArray } from '../../array/NdArray';
import { pad2d } from '../../layer/pad2d';
import { msg } from '../../message';
import { RandomState } from '../../random/RandomState';
import { tuple4 } from '../../tuples';
import type { Role } from '../adapt/roles/roles';
import { fromLetters, toLetters } from '../adapt/layout/letters';
import type { SpecialCase, SpecialLayer } from './SpecialLayer';

const AXES = ['nchw', 'nhwc', 'chw', 'hwc', 'hw'] as const;

const SIZES = [
  { rows: 3, cols: 4, pad: 2, padCols: 2 },
  { rows: 4, cols: 3, pad: 1, padCols: 1 },
  { rows: 2, cols: 3, pad: 0, padCols: 0 },
] as const;
const PAIR = { rows: 3, cols: 4, pad: 2, padCols: 1 } as const;

type Sizes = (typeof SIZES)[number] | typeof PAIR;

export const padLayer: SpecialLayer = {
  id: 'pad_layer',
  pattern: /^(?:zero_?)?pad(?:ding)?_?(?:2d)?_?(?:layer)?$|zero_?pad/i,
  operation: 'zero_pad',
  roles: ['pad', 'padCols', 'input'],
  argument: (role: Role) => SOURCES[role],
  variants: ({ roles, results }) =>
    AXES.map((axes) => {
      const sizes = roles.has('padCols') ? [...SIZES, PAIR] : SIZES;
      return { cases: sizes.map((each, k) => caseOf(axes, each, k, results !== undefined)) };
    }),
};

export const padLayerGradient: SpecialLayer = {
  ...padLayer,
  id: 'pad_layer_gradient',
  operation: 'conv_backward',
  isGradient: true,
};

const SOURCES: Partial<Record<Role, string>> = { input: 'x.copy()', pad: 'p', padCols: 'pc' };

function caseOf(axes: string, { rows, cols, pad, padCols }: Sizes, k: number, isGradient: boolean): SpecialCase {
  const random = new RandomState(k + 51);
  const images = random.randn(axes.includes('n') ? 2 : 1, rows, cols, axes.includes('c') ? 3 : 1);
  const padded = pad2d(images, [pad, padCols]);
  const given = fromLetters(random.randn(...padded.shape), 'nhwc', axes);
  return {
    layerCase: {
      operation: 'zero_pad',
      label: msg('pad {0}, {1}×{2} input', pad, rows, cols),
      x: fromLetters(images, 'nhwc', axes),
      // As the gradient of a transposed convolution: two sizes, the shape, the values.
      gradient: vector([0, 0, ...given.shape, ...given.data]),
      kernel: [1, 1],
      stride: 1,
      pad,
      padCols,
      mode: 'max',
    },
    expected: isGradient
      ? vector(inside(toLetters(given, axes, 'nhwc'), axes, pad, padCols))
      : fromLetters(padded, 'nhwc', axes),
    own: k === 0,
  };
}

/** The cells inside of the padding, in the order of the axes. */
function inside({ shape, data }: NdArray, axes: string, pad: number, padCols: number): number[] {
  const [m, rows, cols, channels] = tuple4(shape);
  const kept: number[] = [];
  for (let i = 0; i < m; i++) {
    for (let r = pad; r < rows - pad; r++) {
      for (let q = padCols; q < cols - padCols; q++) {
        for (let c = 0; c < channels; c++) kept.push(data[((i * rows + r) * cols + q) * channels + c]!);
      }
    }
  }
  const inner = { shape: [m, rows - 2 * pad, cols - 2 * padCols, channels], data: Float64Array.from(kept) };
  return [...fromLetters(inner, 'nhwc', axes).data];
}
