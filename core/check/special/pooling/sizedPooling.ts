/** Pooling to a given size: global pooling, and adaptive pooling as in PyTorch. */
import { zeros, type NdArray } from '../../../array/NdArray';
import { msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import { tuple4 } from '../../../tuples';
import { modeInName } from '../../adapt/guessOperation';
import { transpose } from '../../adapt/layout/transpose';
import { numberOf } from '../../run/ProgramValue';
import type { SpecialCase, SpecialLayer, SpecialVariant, VariantRequest } from '../SpecialLayer';

const AXES = ['nchw', 'nhwc', 'chw', 'hwc', 'hw'] as const;
/** One spatial axis. */
const LINES = ['nwc', 'ncw'] as const;
type ImageAxes = (typeof AXES)[number] | (typeof LINES)[number];
type Mode = 'max' | 'average';

/** Results of global pooling: one cell for each channel, with or without the axes of size 1. */
const KEPT = [false, true] as const;

const SHAPES = [
  [2, 4, 5, 3],
  [1, 5, 7, 2],
  [3, 6, 6, 1],
] as const;

export const globalPooling: SpecialLayer = {
  id: 'global_pool',
  pattern: /global|^ga?p$|^gap_?(?:2d|forward|fwd|back\w*|bwd|grad\w*|layer)/i,
  operation: 'pool_forward',
  roles: ['input'],
  argument: (role) => (role === 'input' ? 'x.copy()' : undefined),
  variants: (request) =>
    modesOf(request).flatMap((mode) =>
      axesOf(request).flatMap((axes) =>
        KEPT.map((kept) => variant(request, axes, mode, (images) => globally(images, axes, mode, kept), [[1, 1]])),
      ),
    ),
};

export const globalPoolingGradient: SpecialLayer = {
  ...globalPooling,
  id: 'global_pool_gradient',
  operation: 'pool_backward',
  isGradient: true,
  variants: (request) =>
    modesOf(request).flatMap((mode) =>
      axesOf(request)
        .filter((axes) => fitsGradient(request, axes))
        .flatMap((axes) => keptOf(request, axes).map((kept) => gradientVariant(axes, mode, kept))),
    ),
};

export const adaptivePooling: SpecialLayer = {
  id: 'adaptive_pool',
  pattern: /adaptive/i,
  operation: 'pool_forward',
  roles: ['input', 'kernel', 'kernelRows', 'kernelCols'],
  named: (name) => {
    if (/^(?:out\w*|target)_?(?:size|shape|dims?)$|^size$/i.test(name)) return 'kernel';
    if (/^(?:out\w*|target)_?(?:h|height|rows)$|^oh$/i.test(name)) return 'kernelRows';
    return /^(?:out\w*|target)_?(?:w|width|cols)$|^ow$/i.test(name) ? 'kernelCols' : undefined;
  },
  argument: (role) => {
    if (role === 'input') return 'x.copy()';
    return role === 'kernelCols' ? 'kw' : 'kh';
  },
  variants: (request) =>
    modesOf(request).flatMap((mode) =>
      axesOf(request).map((axes) =>
        variant(request, axes, mode, (images, [rows, cols]) => fromImages(adaptively(images, mode, rows, cols), axes), [
          [2, 3],
          [3, 3],
          [1, 1],
          [4, 2],
        ]),
      ),
    ),
};

function variant(
  { calls, roles }: VariantRequest,
  axes: ImageAxes,
  mode: Mode,
  give: (images: NdArray, size: readonly [number, number]) => NdArray,
  sizes: readonly (readonly [number, number])[],
): SpecialVariant {
  const made = (x: NdArray, size: readonly [number, number], own: boolean): SpecialCase => {
    const images = toImages(x, axes);
    return {
      layerCase: {
        operation: 'pool_forward',
        label: msg('mode {0}, stride {1}, {2}×{3} input', mode, 1, images.shape[1]!, images.shape[2]!),
        x,
        kernel: size,
        stride: 1,
        pad: 0,
        mode,
      },
      expected: give(images, size),
      own,
    };
  };
  const isSquare = roles.has('kernel') && !roles.has('kernelCols');
  const own = calls.flatMap((values) => {
    const x = values.get('input');
    if (x?.kind !== 'array' || x.array.shape.length !== axes.length) return [];
    const size = (['kernel', 'kernelRows'] as const).flatMap((role) => values.get(role) ?? [])[0];
    const rows = numberOf(size) ?? 1;
    return [made(x.array, [rows, numberOf(values.get('kernelCols')) ?? numberOf(size, 1) ?? rows], true)];
  });
  const used = isSquare ? sizes.map(([rows]) => [rows, rows] as const) : sizes;
  const others = used.flatMap((size) =>
    SHAPES.map((shape, k) => {
      const [n, h, w, c] = shape;
      const drawn = new RandomState(k + 31).randn(axes.includes('n') ? n : 1, h, w, axes.includes('c') ? c : 1);
      return made(fromImages(drawn, axes), size, false);
    }),
  );
  return { cases: own.length > 0 ? [...own, ...others] : others.map((each, k) => ({ ...each, own: k === 0 })) };
}

function gradientVariant(axes: ImageAxes, mode: Mode, kept: boolean): SpecialVariant {
  const cases = SHAPES.map(([n, h, w, c], k): SpecialCase => {
    const random = new RandomState(k + 41);
    const images = random.randn(axes.includes('n') ? n : 1, h, w, axes.includes('c') ? c : 1);
    const x = fromImages(images, axes);
    const { shape } = globally(images, axes, mode, kept);
    const gradient = random.randn(...shape);
    return {
      layerCase: {
        operation: 'pool_backward',
        label: msg('mode {0}, stride {1}, {2}×{3} input', mode, 1, h, w),
        x,
        gradient,
        kernel: [1, 1],
        stride: 1,
        pad: 0,
        mode,
      },
      expected: fromImages(spread(images, gradient, mode), axes),
      own: k === 0,
    };
  });
  return { cases };
}

/** The gradient of each example and channel to the largest cell, or evenly to all cells. */
function spread(images: NdArray, { data: gradient }: NdArray, mode: Mode): NdArray {
  const [m, rows, cols, channels] = tuple4(images.shape);
  const result = zeros(images.shape);
  for (let i = 0; i < m; i++) {
    for (let c = 0; c < channels; c++) {
      const cells = Array.from({ length: rows * cols }, (_, k) => (i * rows * cols + k) * channels + c);
      const most = Math.max(...cells.map((cell) => images.data[cell]!));
      for (const cell of cells) {
        const share = mode === 'average' ? 1 / (rows * cols) : Number(images.data[cell] === most);
        result.data[cell] = gradient[i * channels + c]! * share;
      }
    }
  }
  return result;
}

/** Whether the gradient that the text passes, where it keeps all axes, has one cell along the axes of the image. */
function fitsGradient({ calls }: VariantRequest, axes: ImageAxes): boolean {
  const given = calls.flatMap((values) => values.get('gradient') ?? [])[0];
  if (given?.kind !== 'array' || given.array.shape.length !== axes.length) return true;
  return [...axes].every((letter, k) => (letter !== 'h' && letter !== 'w') || given.array.shape[k] === 1);
}

/** The axes of the gradient that the text passes, where it passes one. */
function keptOf({ calls }: VariantRequest, axes: ImageAxes): readonly boolean[] {
  const given = calls.flatMap((values) => values.get('gradient') ?? [])[0];
  return given?.kind === 'array' ? [given.array.shape.length === axes.length] : KEPT;
}

function modesOf({ name, text }: VariantRequest): readonly Mode[] {
  const named = modeInName(name);
  if (named) return [named];
  return /max/i.test(text) && !/mean|sum/i.test(text) ? ['max', 'average'] : ['average', 'max'];
}

function axesOf({ calls, name, stated, hasSequences = false }: VariantRequest): readonly ImageAxes[] {
  if (/1_?d/i.test(name)) return LINES;
  const known = AXES.find((axes) => axes === stated);
  const rank = calls.flatMap((values) => {
    const x = values.get('input');
    return x?.kind === 'array' ? [x.array.shape.length] : [];
  })[0];
  if (known && (rank === undefined || rank === known.length)) return [known];
  const images = rank === undefined ? AXES.slice(0, 2) : AXES.filter((axes) => axes.length === rank);
  return [...images, ...(hasSequences && (rank ?? 3) === 3 ? LINES : [])];
}

/** (n, h, w, c) → one cell for each example and channel. */
function globally(images: NdArray, axes: ImageAxes, mode: Mode, kept: boolean): NdArray {
  const pooled = fromImages(adaptively(images, mode, 1, 1), axes);
  const shape = [...axes].flatMap((letter, k) => (letter === 'h' || letter === 'w' ? [] : [pooled.shape[k]!]));
  return kept ? pooled : { shape, data: pooled.data };
}

/** Window i covers the cells from ⌊i · n / out⌋ to ⌈(i + 1) · n / out⌉ (PyTorch's AdaptiveAvgPool2d). */
function adaptively(images: NdArray, mode: Mode, rows: number, cols: number): NdArray {
  const [m, inRows, inCols, channels] = tuple4(images.shape);
  const pooled = zeros([m, rows, cols, channels]);
  let k = 0;
  for (let i = 0; i < m; i++) {
    for (let r = 0; r < rows; r++) {
      for (let q = 0; q < cols; q++) {
        for (let c = 0; c < channels; c++, k++) {
          const values: number[] = [];
          for (let y = Math.floor((r * inRows) / rows); y < Math.ceil(((r + 1) * inRows) / rows); y++) {
            for (let x = Math.floor((q * inCols) / cols); x < Math.ceil(((q + 1) * inCols) / cols); x++) {
              values.push(images.data[((i * inRows + y) * inCols + x) * channels + c]!);
            }
          }
          pooled.data[k] =
            mode === 'max' ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0) / values.length;
        }
      }
    }
  }
  return pooled;
}

function toImages(x: NdArray, axes: ImageAxes): NdArray {
  const order = [...'nhwc'].flatMap((letter) => (axes.includes(letter) ? [axes.indexOf(letter)] : []));
  const { data } = transpose(x, order);
  return { shape: [...'nhwc'].map((letter) => (axes.includes(letter) ? x.shape[axes.indexOf(letter)]! : 1)), data };
}

function fromImages(images: NdArray, axes: ImageAxes): NdArray {
  const letters = 'nhwc';
  const order = [...axes, ...[...letters].filter((letter) => !axes.includes(letter))].map((letter) =>
    letters.indexOf(letter),
  );
  const { data } = transpose(images, order);
  return { shape: [...axes].map((letter) => images.shape[letters.indexOf(letter)]!), data };
}
