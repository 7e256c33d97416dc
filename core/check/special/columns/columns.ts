/** im2col and col2im: patches to columns and back. */
import { ndarray, sizeOf, type NdArray } from '../../../array/NdArray';
import { attempt, msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import { transpose } from '../../adapt/layout/transpose';
import type { LayerCase } from '../../cases/LayerCase';
import { numberOf, type ProgramValue } from '../../run/ProgramValue';
import type { Role } from '../../adapt/roles/roles';
import { foldedPatches, ordered, ORDERS, patchesOf, type PatchSizes } from './patches';
import type { SpecialCase, SpecialLayer, SpecialVariant, VariantRequest } from '../SpecialLayer';

/** Axes of the images: examples n, rows h, columns w, channels c. */
type ImageAxes = 'nchw' | 'nhwc' | 'chw' | 'hwc' | 'hw';

interface Sizes extends PatchSizes {
  /** (n, c, h, w) */
  readonly shape: readonly [number, number, number, number];
}

const SIZES: readonly Sizes[] = [
  { shape: [1, 1, 4, 5], kernel: [2, 2], stride: 1, pad: 0 },
  { shape: [2, 2, 5, 4], kernel: [2, 2], stride: 1, pad: 1 },
  { shape: [2, 3, 6, 5], kernel: [3, 3], stride: 2, pad: 1 },
  { shape: [2, 2, 7, 8], kernel: [2, 2], stride: 3, pad: 0 },
];
const OBLONG: Sizes = { shape: [2, 2, 5, 6], kernel: [2, 3], stride: 1, pad: 1 };

const ROLES: readonly Role[] = ['inputShape', 'kernelRows', 'kernelCols', 'kernel', 'stride', 'pad', 'input'];

function argument(role: Role): string | undefined {
  const sources: Partial<Record<Role, string>> = {
    input: 'x.copy()',
    kernelRows: 'kh',
    kernelCols: 'kw',
    kernel: 'kh',
    stride: 's',
    pad: 'p',
    inputShape: 'tuple(w.shape)',
  };
  return sources[role];
}

export const im2col: SpecialLayer = {
  id: 'im2col',
  pattern:
    /^_*(?:im|img|image|x|to|get)_?(?:2|to)?_?cols?(?:umns?)?(?:_\w+)?$|^_*(?:get_)?im2(?:col|row)|^unfold(?!.*conv)/i,
  operation: 'conv_forward',
  roles: ROLES.filter((role) => role !== 'inputShape'),
  argument,
  variants: (request) => variantsOf(request, toColumns),
};

export const col2im: SpecialLayer = {
  id: 'col2im',
  pattern: /col(?:umns?)?s?_?(?:2|to)_?im|row2im|^fold(?:_|$)/i,
  operation: 'conv_backward',
  roles: ROLES,
  named: (name) => (/col|patch/i.test(name) && !/shape|size/i.test(name) ? 'input' : undefined),
  argument,
  variants: (request) => variantsOf(request, toImages),
};

type MakeCase = (axes: ImageAxes, order: string, sizes: Sizes, own?: NdArray) => SpecialCase | undefined;

function variantsOf({ text, roles, calls }: VariantRequest, make: MakeCase): SpecialVariant[] {
  const sizes = [...SIZES, ...(roles.has('kernelRows') && roles.has('kernelCols') ? [OBLONG] : [])]
    .filter(({ stride }) => stride === 1 || roles.has('stride'))
    .map((each) => (roles.has('pad') ? each : { ...each, pad: 0 }));
  return axesOf(text, calls, make === toImages).flatMap((axes) =>
    uniqueOrders(axes).map((order): SpecialVariant => {
      const own = calls.flatMap((values) => attempt(() => ownCase(axes, order, values, make)) ?? []);
      const others = sizes.flatMap((each) => make(axes, order, reduced(each, axes)) ?? []);
      const cases = own.length > 0 ? [...own, ...others] : others.map((each, k) => ({ ...each, own: k === 0 }));
      return make === toColumns ? { cases, isOther: isOtherOrder } : { cases };
    }),
  );
}

/** By the rank of the array that the function is called with, else by its text. */
function axesOf(text: string, calls: VariantRequest['calls'], isShape: boolean): readonly ImageAxes[] {
  const rank = calls.flatMap((values) => {
    const value = values.get(isShape ? 'inputShape' : 'input');
    if (value?.kind === 'array') return [value.array.shape.length];
    return value?.kind === 'sequence' ? [value.items.length] : [];
  })[0];
  if (rank === 2) return ['hw'];
  if (rank === 3) return ['chw', 'hwc'];
  if (rank === 4) return ['nchw', 'nhwc'];
  return /\.shape\s*$|H\s*,\s*W\s*,\s*C/m.test(text) ? ['nchw', 'nhwc', 'hw', 'chw', 'hwc'] : ['nchw', 'nhwc', 'hw'];
}

function reduced(sizes: Sizes, axes: ImageAxes): Sizes {
  const [n, c, h, w] = sizes.shape;
  return { ...sizes, shape: [axes.includes('n') ? n : 1, axes.includes('c') ? c : 1, h, w] };
}

function missing(axes: ImageAxes): string {
  return [...'nc'].filter((letter) => !axes.includes(letter)).join('');
}

function uniqueOrders(axes: ImageAxes): string[] {
  const without = missing(axes);
  const bare = (order: string): string =>
    order
      .split('|')
      .map((group) => [...group].filter((letter) => !without.includes(letter)).join(''))
      .filter(Boolean)
      .join('|');
  return [...new Map(ORDERS.map((order) => [bare(order), order])).values()];
}

function labelOf({ shape, stride, pad }: Sizes): LayerCase['label'] {
  return msg('stride {0}, pad {1}, {2}×{3} input', stride, pad, shape[2], shape[3]);
}

function caseOf(sizes: Sizes, operation: LayerCase['operation'], x: NdArray): LayerCase {
  const { kernel, stride, pad } = sizes;
  return { operation, label: labelOf(sizes), kernel, stride, pad, mode: 'max', x };
}

const toColumns: MakeCase = (axes, order, sizes, own) => {
  const images = own ? fromAxes(own, axes) : new RandomState(7).randn(...sizes.shape);
  const patches = patchesOf(images, sizes);
  if (!patches) return undefined;
  const x = own ?? toAxes(images, axes);
  return {
    layerCase: caseOf(sizes, 'conv_forward', x),
    expected: ordered(patches, order, missing(axes)),
    own: own !== undefined,
  };
};

const toImages: MakeCase = (axes, order, sizes, own) => {
  const like = patchesOf(ndarray(sizes.shape, new Float64Array(sizeOf(sizes.shape))), sizes);
  if (!like) return undefined;
  const drawn = new RandomState(8).randn(...like.shape);
  const columns = ordered(drawn, order, missing(axes));
  if (own && own.shape.join() !== columns.shape.join()) return undefined;
  const patches = own ? fromOrder(own, like.shape, order, missing(axes)) : drawn;
  const image = toAxes(foldedPatches(patches, sizes.shape, sizes), axes);
  const w = ndarray(image.shape, new Float64Array(image.data.length));
  return {
    layerCase: { ...caseOf(sizes, 'conv_backward', own ?? columns), w },
    expected: image,
    own: own !== undefined,
  };
};

function ownCase(
  axes: ImageAxes,
  order: string,
  values: ReadonlyMap<Role, ProgramValue>,
  make: MakeCase,
): SpecialCase | undefined {
  const input = values.get('input');
  const rows = numberOf(values.get('kernelRows')) ?? numberOf(values.get('kernel'));
  const cols = numberOf(values.get('kernelCols')) ?? numberOf(values.get('kernel'), 1) ?? rows;
  if (input?.kind !== 'array' || rows === undefined || cols === undefined) return undefined;
  const shape = make === toImages ? shapeOf(values.get('inputShape')) : input.array.shape;
  if (shape?.length !== axes.length) return undefined;
  const at = (letter: string): number => (axes.includes(letter) ? shape[axes.indexOf(letter)]! : 1);
  const sizes: Sizes = {
    shape: [at('n'), at('c'), at('h'), at('w')],
    kernel: [rows, cols],
    stride: numberOf(values.get('stride')) ?? 1,
    pad: numberOf(values.get('pad')) ?? 0,
  };
  return make(axes, order, sizes, input.array);
}

function shapeOf(value: ProgramValue | undefined): number[] | undefined {
  return value?.kind === 'sequence' ? value.items.map((item) => numberOf(item) ?? 0) : undefined;
}

/** (n, c, h, w) in the axes of the function. */
function toAxes(images: NdArray, axes: ImageAxes): NdArray {
  const kept = [...'nchw'];
  const order = [...axes, ...kept.filter((letter) => !axes.includes(letter))].map((letter) => kept.indexOf(letter));
  const { data } = transpose(images, order);
  return { shape: [...axes].map((letter) => images.shape[kept.indexOf(letter)]!), data };
}

function fromAxes(images: NdArray, axes: ImageAxes): NdArray {
  const order = [...'nchw'].flatMap((letter) => (axes.includes(letter) ? [axes.indexOf(letter)] : []));
  const { data } = transpose(images, order);
  const at = (letter: string): number => (axes.includes(letter) ? images.shape[axes.indexOf(letter)]! : 1);
  return { shape: [at('n'), at('c'), at('h'), at('w')], data };
}

/** Columns in an order as patches (n, c, i, j, y, x). */
function fromOrder(columns: NdArray, shape: readonly number[], order: string, without: string): NdArray {
  const letters = [...order.replaceAll('|', '')].filter((letter) => !without.includes(letter));
  const all = [...letters, ...without];
  const whole = { shape: all.map((letter) => shape['ncijyx'.indexOf(letter)]!), data: columns.data };
  return transpose(
    whole,
    [...'ncijyx'].map((letter) => all.indexOf(letter)),
  );
}

/** Whether each row, or each column, of a matrix holds the cells of one window: an order that is not listed. */
function isOtherOrder({ x, kernel, stride, pad }: LayerCase, returned: NdArray): boolean {
  const axes: ImageAxes = x!.shape.length === 2 ? 'hw' : x!.shape.length === 3 ? 'chw' : 'nchw';
  const candidates: readonly ImageAxes[] =
    axes === 'nchw' ? ['nchw', 'nhwc'] : axes === 'chw' ? ['chw', 'hwc'] : ['hw'];
  return candidates.some((each) => {
    const patches = patchesOf(fromAxes(x!, each), { kernel, stride, pad });
    if (patches?.data.length !== returned.data.length || returned.shape.length !== 2) return false;
    const [count = 0, size = 0] = ordered(patches, 'nyx|cij').shape;
    const windows = rowKeys(ordered(patches, 'nyx|cij').data, count, size);
    const rows = rowKeys(returned.data, count, size);
    const cols = rowKeys(transpose(returned, [1, 0]).data, count, size);
    return (
      (returned.shape[0] === count && rows.join() === windows.join()) ||
      (returned.shape[1] === count && cols.join() === windows.join())
    );
  });
}

/** The sorted values of each row, the rows sorted. */
function rowKeys(data: ArrayLike<number>, count: number, size: number): string[] {
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: size }, (__, k) => data[row * size + k]!)
      .sort((a, b) => a - b)
      .join(' '),
  ).sort();
}
