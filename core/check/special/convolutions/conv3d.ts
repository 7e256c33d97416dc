/** Convolution along three axes, of volumes or of videos: the output only. */
import { vector, zeros, type NdArray } from '../../../array/NdArray';
import { conv2d } from '../../../layer/conv2d';
import { outputSize, windowStart } from '../../../layer/window';
import { attempt, msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import type { Role } from '../../adapt/roles/roles';
import { asArray, numberOf, type ProgramValue } from '../../run/ProgramValue';
import { fromLetters, toLetters } from '../../adapt/layout/letters';
import type { SpecialCase, SpecialLayer } from '../SpecialLayer';

/** Of the input, with depth `d`, and of the filters. */
const AXES: readonly (readonly [input: string, filter: string])[] = [
  ['dhw', 'dhw'],
  ['ncdhw', 'oidhw'],
  ['ndhwc', 'dhwio'],
  ['cdhw', 'oidhw'],
  ['dhwc', 'dhwio'],
  ['cdhw', 'idhw'],
  ['dhwc', 'dhwi'],
];

/** Whether the text, or else the arrays of its calls, show that windows have three axes: a name may count the channels. */
export function isOfVolumes(text: string, calls: readonly (readonly NdArray[])[]): boolean {
  if (calls.length > 0) return calls.some(([x, w]) => x !== undefined && w !== undefined && areVolumes(x, w));
  const subscripts = [...text.matchAll(/\[([^[\]\n]+)\]/g)].map(([, items]) => items!.split(','));
  return (
    /\b(?:D\w*|depth\w*), *(?:H\w*|rows|height\w*), *(?:W\w*|cols|width\w*)\b[^\n]*=/.test(text) ||
    (!/channel/i.test(text) &&
      subscripts.some((items) => items.filter((item) => /[^\s:]\s*:\s*[^\s:]/.test(item)).length > 2))
  );
}

/** A filter of as many axes as the input is smaller along each; otherwise one axis counts channels. */
function areVolumes({ shape: input }: NdArray, { shape: filter }: NdArray): boolean {
  if (filter.length > 4 || input.length > 4) return true;
  return input.length === 3 && filter.length === 3 && filter.every((extent, axis) => extent < input[axis]!);
}

interface Sizes {
  readonly volume: readonly [depth: number, rows: number, cols: number];
  readonly kernel: readonly [depth: number, rows: number, cols: number];
  readonly stride: number;
  readonly pad: number;
}

const SIZES: readonly Sizes[] = [
  { volume: [3, 4, 5], kernel: [2, 2, 2], stride: 1, pad: 0 },
  { volume: [5, 4, 3], kernel: [3, 3, 3], stride: 1, pad: 1 },
  { volume: [4, 6, 5], kernel: [2, 2, 2], stride: 2, pad: 0 },
  { volume: [5, 4, 4], kernel: [3, 3, 3], stride: 2, pad: 1 },
];

export const conv3d: SpecialLayer = {
  id: 'conv3d',
  pattern: /conv(?:olv\w*|olution)?_?3_?d|3_?d_?conv/i,
  operation: 'conv_forward',
  roles: ['filter', 'bias', 'stride', 'pad', 'inChannels', 'outChannels', 'kernel', 'input'],
  argument: (role) => SOURCES[role],
  variants: ({ calls, roles, text }) =>
    formsOf(text, roles).map((form) => {
      const own = calls.flatMap((values) => attempt(() => ownCase(form, values)) ?? []);
      if (own.length < calls.length) return { cases: [] };
      const sizes = SIZES.filter(
        ({ stride, pad }) => (stride === 1 || roles.has('stride')) && (pad === 0 || roles.has('pad')),
      );
      const drawn = sizes.map((each) => drawnCase(form, each, roles.has('bias')));
      return { cases: [...own, ...drawn].map((each, k) => ({ ...each, own: own.length > 0 ? each.own : k === 0 })) };
    }),
};

const SOURCES: Partial<Record<Role, string>> = {
  input: 'x.copy()',
  filter: 'w.copy()',
  bias: 'b.copy()',
  stride: 's',
  pad: 'p',
  kernel: 'kh',
  inChannels: 'int(g[0])',
  outChannels: 'int(g[1])',
};

interface Form {
  readonly axes: (typeof AXES)[number];
  /** Of a function that takes no padding: the output has the size of the input. */
  readonly isSame: boolean;
  /** As in mathematics. */
  readonly isTurned: boolean;
}

function formsOf(text: string, roles: ReadonlySet<Role>): Form[] {
  const turns = /::-1|flip\(/.test(text) ? [false, true] : [false];
  const paddings = roles.has('pad') ? [false] : [false, true];
  return AXES.flatMap((axes) =>
    paddings.flatMap((isSame) => turns.map((isTurned): Form => ({ axes, isSame, isTurned }))),
  );
}

function ownCase(form: Form, values: ReadonlyMap<Role, ProgramValue>): SpecialCase | undefined {
  const [input, filter] = form.axes;
  const [x, w, b] = (['input', 'filter', 'bias'] as const).map((role) => asArray(values.get(role)));
  if (x?.shape.length !== input.length || w?.shape.length !== filter.length) return undefined;
  const sizes = { stride: numberOf(values.get('stride')) ?? 1, pad: numberOf(values.get('pad')) ?? 0 };
  return { ...caseOf(form, [x, w, b], sizes), own: true };
}

function drawnCase(form: Form, { volume, kernel, ...sizes }: Sizes, hasBias: boolean): SpecialCase {
  const [input, filter] = form.axes;
  const random = new RandomState(volume[0] + 91);
  const [d, h, w] = volume;
  const size = form.isSame ? [3, 3, 3] : kernel;
  const extents: Record<string, number> = { n: 2, c: 2, d, h, w };
  const windows: Record<string, number> = { o: 3, i: 2, d: size[0], h: size[1], w: size[2] };
  const x = random.randn(...[...input].map((letter) => extents[letter]!));
  const weights = random.randn(...[...filter].map((letter) => windows[letter]!));
  const b = hasBias ? random.randn(filter.includes('o') ? 3 : 1) : undefined;
  return caseOf(form, [x, weights, b], sizes);
}

function caseOf(
  { axes: [input, filter], isSame, isTurned }: Form,
  [x, w, b]: readonly [NdArray, NdArray, NdArray | undefined],
  { stride, pad: given }: Pick<Sizes, 'stride' | 'pad'>,
): SpecialCase {
  const weights = turned(toLetters(w, filter, 'hwdio'), isTurned);
  const planes = toLetters(x, input, 'dnhwc');
  const [rows = 1, cols = 1, , channels = 1, filters = 1] = weights.shape;
  const [depth = 1, , height = 1, width = 1] = planes.shape;
  const letters = filter.includes('o') ? input : input.replace('c', '');
  const pad = isSame ? Math.floor(rows / 2) : given;
  return {
    layerCase: {
      operation: 'conv_forward',
      label: msg('stride {0}, pad {1}, {2}×{3} input', stride, pad, `${depth}×${height}`, width),
      x,
      w,
      gradient: vector([channels, filters]),
      b: b ?? zeros([filters]),
      stride,
      pad: given,
      kernel: [rows, cols],
      mode: 'max',
    },
    expected: fromLetters(convolved(planes, weights, b, { stride, pad }), 'dnhwc', letters),
    own: false,
  };
}

/** The windows (h, w, d) of all filters in reverse order, one filter after the other. */
function turned(weights: NdArray, isTurned: boolean): NdArray {
  if (!isTurned) return weights;
  const last = toLetters(weights, 'hwdio', 'iohwd');
  const size = weights.shape.slice(0, 3).reduce((product, extent) => product * extent, 1);
  const data = last.data.map((_, k) => last.data[k - (k % size) + size - 1 - (k % size)]!);
  return toLetters({ shape: last.shape, data }, 'iohwd', 'hwdio');
}

/** For each output plane a convolution of the planes of its window, as channels: (d, n, h, w, c) and (h, w, d, i, o) to (d, n, h, w, o). */
function convolved(
  x: NdArray,
  { shape, data }: NdArray,
  b: NdArray | undefined,
  { stride, pad }: Pick<Sizes, 'stride' | 'pad'>,
): NdArray {
  const [kh = 1, kw = 1, kernel = 1, channels = 1, filters = 1] = shape;
  const [size = 1, n = 1, h = 1, w = 1] = x.shape;
  const axis = { size, kernel, stride, dilation: 1, padBefore: pad, padAfter: pad };
  const depth = { ...axis, outSize: outputSize(axis) };
  const cells = n * h * w * channels;
  const bias = b && { shape: [1, 1, 1, b.data.length], data: b.data };
  const planes = Array.from({ length: depth.outSize }, (_, plane) => {
    const window = zeros([kernel, n, h, w, channels]);
    for (let t = 0; t < kernel; t++) {
      const from = (windowStart(depth, plane) + t) * cells;
      if (from >= 0 && from < x.data.length) window.data.set(x.data.subarray(from, from + cells), t * cells);
    }
    const stacked = { shape: [n, h, w, kernel * channels], data: toLetters(window, 'dnhwc', 'nhwdc').data };
    const weights = { shape: [kh, kw, kernel * channels, filters], data };
    return conv2d(stacked, weights, bias, { stride, padding: pad });
  });
  const values = planes.flatMap((plane) => [...plane.data]);
  return { shape: [planes.length, ...(planes[0]?.shape ?? [])], data: Float64Array.from(values) };
}
