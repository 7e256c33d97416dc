/** Depthwise separable convolution: one filter for each channel, then a 1×1 convolution of the channels. */
import type { NdArray } from '../../../array/NdArray';
import { conv2d } from '../../../layer/conv2d';
import { attempt, LensError, msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import type { Role } from '../../adapt/roles/roles';
import { asArray, numberOf, type ProgramValue } from '../../run/ProgramValue';
import { fromLetters, toLetters } from '../../adapt/layout/letters';
import type { SpecialCase, SpecialLayer } from '../SpecialLayer';

/** Of the input, of the filters of the channels, and of the weights of the 1×1 convolution. */
type Axes = readonly [input: string, depth: string, point: string];

/** With the filters' axes in the usual order first; an axis of size 1 is `1`. */
const AXES: readonly Axes[] = [
  ...['nhwc', 'hwc'].flatMap((input) => pairsOf(input, ['hwo', 'hwo1'], ['io', '11io'])),
  ...['nchw', 'chw'].flatMap((input) => pairsOf(input, ['ohw', 'o1hw'], ['oi', 'oi11'])),
  ...['nhwc', 'hwc'].flatMap((input) => pairsOf(input, ['hwo', 'ohw'], ['oi', 'io'])),
  ...['nchw', 'chw'].flatMap((input) => pairsOf(input, ['ohw', 'hwo'], ['io', 'oi'])),
];

function pairsOf(input: string, depths: readonly string[], points: readonly string[]): Axes[] {
  return depths.flatMap((depth) => points.map((point): Axes => [input, depth, point]));
}

interface Sizes {
  readonly stride: number;
  readonly pad: number;
}

export const separable: SpecialLayer = {
  id: 'separable_conv',
  pattern: /separable(?:_?conv\w*)?$/i,
  operation: 'conv_forward',
  roles: ['filter', 'gradient', 'bias', 'stride', 'pad', 'input'],
  named: (name) => {
    if (/point|^p_?w|1x1|mix/i.test(name)) return 'gradient';
    return /depth|^d_?w/i.test(name) ? 'filter' : undefined;
  },
  argument: (role) => SOURCES[role],
  variants: ({ calls, roles, text }) =>
    AXES.flatMap((axes) =>
      formsOf(roles, text).map((form) => {
        const own = calls.flatMap((values) => attempt(() => ownCase(axes, values, form)) ?? []);
        if (own.length < calls.length) return { cases: [] };
        const drawn = [1, 2].flatMap((seed) => drawnCase(axes, roles, form, seed) ?? []);
        return { cases: [...own, ...drawn].map((each, k) => ({ ...each, own: own.length > 0 ? each.own : k === 0 })) };
      }),
    ),
};

const SOURCES: Partial<Record<Role, string>> = {
  input: 'x.copy()',
  filter: 'w.copy()',
  gradient: 'g.copy()',
  bias: 'b.copy()',
  stride: 's',
  pad: 'p',
};

interface Form {
  /** Absent: an argument. */
  readonly pad?: 0 | 'same';
  /** After which of the two convolutions ReLU is applied. */
  readonly rectified: readonly ('depth' | 'point')[];
}

function formsOf(roles: ReadonlySet<Role>, text: string): Form[] {
  const pads: readonly Pick<Form, 'pad'>[] = roles.has('pad') ? [{}] : [{ pad: 0 }, { pad: 'same' }];
  const rectified: readonly Form['rectified'][] = /relu|max|clip|where/i.test(text)
    ? [[], ['depth'], ['depth', 'point'], ['point']]
    : [[]];
  return rectified.flatMap((after) => pads.map((pad) => ({ ...pad, rectified: after })));
}

function ownCase(axes: Axes, values: ReadonlyMap<Role, ProgramValue>, form: Form): SpecialCase | undefined {
  const [x, w, point, b] = (['input', 'filter', 'gradient', 'bias'] as const).map((role) => asArray(values.get(role)));
  const sizes = { stride: numberOf(values.get('stride')) ?? 1, pad: numberOf(values.get('pad')) ?? 0 };
  return x && w && point ? caseOf(axes, [x, w, point, b], sizes, form, true) : undefined;
}

function drawnCase(axes: Axes, roles: ReadonlySet<Role>, form: Form, seed: number): SpecialCase | undefined {
  const random = new RandomState(seed + 61);
  const extents: Record<string, number> = { n: 2, h: 5 + seed, w: 7, c: 2, i: 2, o: 3, 1: 1 };
  const drawn = (letters: string, sizes = extents): NdArray =>
    random.randn(...[...letters].map((letter) => sizes[letter]!));
  const [input, depth, point] = axes;
  const arrays = [
    drawn(input),
    drawn(depth, { h: 3, w: 3, o: 2, 1: 1 }),
    drawn(point),
    roles.has('bias') ? random.randn(3) : undefined,
  ];
  const sizes = { stride: roles.has('stride') ? seed : 1, pad: roles.has('pad') ? 2 - seed : 0 };
  return caseOf(axes, arrays, sizes, form, false);
}

function caseOf(
  [input, depth, point]: Axes,
  [x, w, weights, b]: readonly (NdArray | undefined)[],
  { stride, pad: given }: Sizes,
  { pad: fixed, rectified }: Form,
  own: boolean,
): SpecialCase | undefined {
  if (!x || !w || !weights || x.shape.length !== input.length) return undefined;
  if (!fitsLetters(w, depth) || !fitsLetters(weights, point)) return undefined;
  const filter = squeezed(w, depth);
  const [kh = 0, kw = 0, , channels = 0] = filter.shape;
  const mixing = squeezed(weights, point);
  const images = toLetters(x, input, 'nhwc');
  if (images.shape[3] !== channels || mixing.shape[2] !== channels) return undefined;
  const pad = fixed === 'same' ? (kh - 1) / 2 : (fixed ?? given);
  const bias = b && { shape: [1, 1, 1, b.data.length], data: b.data };
  try {
    const after = (array: NdArray, part: Form['rectified'][number]): NdArray =>
      rectified.includes(part) ? { ...array, data: array.data.map((value) => Math.max(value, 0)) } : array;
    const apart = after(conv2d(images, filter, undefined, { stride, padding: pad, groups: channels }), 'depth');
    const result = after(conv2d(apart, mixing, bias), 'point');
    return {
      layerCase: {
        operation: 'conv_forward',
        label: msg('stride {0}, pad {1}, {2}×{3} input', stride, pad, images.shape[1]!, images.shape[2]!),
        x,
        w,
        gradient: weights,
        ...(b ? { b } : {}),
        stride,
        pad,
        kernel: [kh, kw],
        mode: 'max',
      },
      expected: fromLetters(result, 'nhwc', input),
      own,
    };
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

/** Whether an array has an axis for each letter, of size 1 for each `1`. */
function fitsLetters({ shape }: NdArray, letters: string): boolean {
  return shape.length === letters.length && shape.every((extent, k) => letters[k] !== '1' || extent === 1);
}

/** As rows, columns, inputs and filters, without the axes of `1`. */
function squeezed({ shape, data }: NdArray, letters: string): NdArray {
  const kept = { shape: shape.filter((_, k) => letters[k] !== '1'), data };
  return toLetters(kept, letters.replaceAll('1', ''), 'hwio');
}
