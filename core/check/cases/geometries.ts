/** Geometries on which every function is run: the mistakes that a course's own test does not show need one of them. */
import { msg } from '../../message';
import type { FixedGeometry } from './FixedGeometry';
import { isConvolution, isPooling, type CourseFunction } from '../CourseFunction';
import type { LayerCase } from './LayerCase';
import { fixedSizes, makeCase, type CaseSizes } from './makeCase';

export interface GeometryOptions {
  /** With windows that have more columns than rows. */
  readonly rectangular?: boolean;
  /** With cells between those of the window left out. */
  readonly pairedStride?: boolean;
  readonly pairedPad?: boolean;
  /** With windows side by side of several sizes: the stride of a call that gives none. */
  readonly tiled?: boolean;
  /** With padding of one side only. */
  readonly sides?: boolean;
  /** Half of the window's rows and half of its columns are padded. */
  readonly halves?: boolean;
  /** The only padding; undefined where it can be any. */
  readonly pad?: number;
  readonly dilated?: boolean;
  readonly grouped?: boolean;
  /** With inputs that have as many columns as rows. */
  readonly square?: boolean;
  /** With windows of three rows and columns. */
  readonly odd?: boolean;
}

/** The small ones first: a wrong repair fails at once. */
export function geometryCases(
  operation: CourseFunction,
  fixed: FixedGeometry = {},
  {
    rectangular = false,
    square = false,
    odd = false,
    dilated = false,
    grouped = false,
    halves = false,
    tiled = false,
    pad,
    ...paired
  }: GeometryOptions = {},
): LayerCase[] {
  const isLayer = isPooling(operation) || isConvolution(operation);
  if (!isLayer) return SIZES[operation].map((sizes, k) => makeCase(operation, sizes, k + 1));
  const oblong =
    rectangular && fixed.kernel === undefined && (fixed.pad !== 'same' || halves)
      ? oblongSizes(operation, fixed.pad)
      : [];
  const isPadded = pad === undefined && (fixed.pad === undefined || fixed.pad === 'text');
  const more = isConvolution(operation)
    ? [
        ...(dilated ? DILATED : []),
        ...(grouped ? GROUPED : []),
        ...(fixed.pad === 'same' || fixed.pad === 'text' ? WIDE : []),
      ]
    : [...(isPadded ? PADDED_POOL : []), ...(tiled ? TILED : [])];
  const base = SIZES[operation];
  const isPaired = fixed.pad === undefined || fixed.pad === 0 || fixed.pad === 'text';
  const pairs =
    isPaired && (fixed.stride === undefined || paired.pairedPad || paired.sides)
      ? pairSizes(operation, { ...paired, rectangular: rectangular && fixed.kernel === undefined }, fixed)
      : [];
  return [...tiles(operation, fixed), ...base, ...more, ...oblong, ...pairs].flatMap((sizes, k) => {
    // Ties follow another convention in some functions.
    if ((square || odd) && sizes.ties) return [];
    const shaped = square ? { ...sizes, cols: sizes.rows } : sizes;
    const own = fixedSizes(odd ? { ...shaped, kernel: [3, 3] } : shaped, fixed);
    return own ? [makeCase(operation, own, k + 1)] : [];
  });
}

/** Inputs that windows without overlap cover: some functions take no others. */
function tiles(operation: CourseFunction, { kernel, stride }: FixedGeometry): CaseSizes[] {
  if (!isPooling(operation) || (kernel === undefined && stride !== 'kernel')) return [];
  const size = kernel ?? 2;
  const tile: CaseSizes = { rows: 2 * size, cols: 3 * size, kernel: [size, size], stride: size };
  return [
    { ...tile, mode: 'max' },
    { ...tile, mode: 'average' },
    { ...tile, rows: tile.cols, cols: tile.rows, examples: 3, channels: 1, mode: 'max' },
  ];
}

const CONV: readonly CaseSizes[] = [
  { rows: 4, cols: 5, kernel: [2, 2], stride: 1, pad: 0 },
  { rows: 4, cols: 6, kernel: [2, 2], stride: 2, pad: 1 },
  { rows: 5, cols: 4, kernel: [3, 3], stride: 1, pad: 1, filters: 2 },
  { rows: 3, cols: 4, kernel: [2, 2], stride: 1, pad: 2, examples: 3, channels: 1 },
  { rows: 7, cols: 5, kernel: [3, 3], stride: 2, pad: 0, examples: 1, channels: 3 },
  { rows: 8, cols: 6, kernel: [3, 3], stride: 3, pad: 1, examples: 1, filters: 1 },
  { rows: 6, cols: 9, kernel: [2, 2], stride: 3, pad: 2, examples: 1, channels: 1, filters: 2 },
];

/** With the padding that keeps the size, where all other windows have as many rows. */
const WIDE: readonly CaseSizes[] = [
  { rows: 6, cols: 7, kernel: [5, 5], stride: 1, pad: 2, examples: 1, channels: 2, filters: 1 },
];

const DILATED: readonly CaseSizes[] = [
  { rows: 6, cols: 7, kernel: [2, 2], stride: 1, pad: 0, dilation: 2, filters: 2 },
  { rows: 7, cols: 9, kernel: [3, 3], stride: 2, pad: 1, dilation: 2, examples: 1 },
];

const GROUPED: readonly CaseSizes[] = [
  { rows: 4, cols: 5, kernel: [2, 2], stride: 1, pad: 0, groups: 2, channels: 4, filters: 4 },
  { rows: 5, cols: 4, kernel: [3, 3], stride: 2, pad: 1, groups: 2, channels: 4, filters: 6, examples: 1 },
];

const POOL: readonly CaseSizes[] = [
  { rows: 4, cols: 5, kernel: [2, 2], stride: 1, mode: 'max' },
  { rows: 4, cols: 5, kernel: [2, 2], stride: 1, mode: 'average' },
  { rows: 7, cols: 5, kernel: [3, 3], stride: 2, mode: 'max', channels: 3 },
  { rows: 5, cols: 7, kernel: [3, 3], stride: 2, mode: 'average' },
  { rows: 6, cols: 7, kernel: [3, 3], stride: 2, mode: 'max', examples: 3 },
  { rows: 6, cols: 4, kernel: [2, 2], stride: 2, mode: 'average', channels: 1 },
  { rows: 8, cols: 5, kernel: [2, 2], stride: 3, mode: 'average', channels: 1 },
  { rows: 5, cols: 8, kernel: [2, 2], stride: 3, mode: 'max', examples: 1 },
  { rows: 5, cols: 6, kernel: [3, 3], stride: 2, mode: 'max', examples: 1, channels: 1 },
  { rows: 4, cols: 6, kernel: [3, 3], stride: 1, mode: 'max', ties: true },
];

/** Padding of at most half of the window, as in PyTorch. */
const PADDED_POOL: readonly CaseSizes[] = [
  { rows: 4, cols: 5, kernel: [3, 3], stride: 1, pad: 1, mode: 'max', negative: true },
  { rows: 5, cols: 4, kernel: [3, 3], stride: 1, pad: 1, mode: 'average' },
  { rows: 5, cols: 8, kernel: [2, 2], stride: 2, pad: 1, mode: 'max', examples: 1 },
  { rows: 6, cols: 5, kernel: [3, 3], stride: 2, pad: 1, mode: 'average', channels: 3 },
];

/** Windows side by side. */
const TILED: readonly CaseSizes[] = [
  { rows: 4, cols: 6, kernel: [2, 2], stride: 2, mode: 'max', examples: 1, channels: 1 },
  { rows: 7, cols: 6, kernel: [3, 3], stride: 3, mode: 'max', examples: 1, channels: 1 },
  { rows: 6, cols: 7, kernel: [3, 3], stride: 3, mode: 'average', examples: 1, channels: 1 },
];

/** Windows with more columns than rows. */
function oblongSizes(operation: CourseFunction, fixedPad: FixedGeometry['pad']): CaseSizes[] {
  const same = fixedPad === 'same';
  const sizes = {
    rows: 5,
    cols: 6,
    kernel: same ? [3, 5] : [2, 3],
    stride: 1,
    label: same ? msg('{0}×{1} window, stride {2}', 3, 5, 1) : msg('{0}×{1} window, stride {2}', 2, 3, 1),
  } as const satisfies CaseSizes;
  return isConvolution(operation)
    ? [{ ...sizes, pad: fixedPad === 'text' ? 0 : 1 }]
    : [
        { ...sizes, mode: 'max' },
        { ...sizes, mode: 'average' },
      ];
}

/** Rows and columns with strides or padding of their own. */
function pairSizes(
  operation: CourseFunction,
  {
    pairedStride = false,
    pairedPad = false,
    sides = false,
    rectangular = false,
  }: Pick<GeometryOptions, 'pairedStride' | 'pairedPad' | 'sides' | 'rectangular'>,
  fixed: FixedGeometry,
): CaseSizes[] {
  if (sides) return sidedSizes(operation);
  if (!pairedStride && !pairedPad) return [];
  const stride = pairedStride
    ? { stride: 1, strideCols: 2 }
    : { stride: typeof fixed.stride === 'number' ? fixed.stride : 2 };
  const label = pairedStride ? msg('stride 1 for rows, 2 for columns') : msg('pad 1 for rows, 0 for columns');
  const sizes: CaseSizes = { rows: 6, cols: 7, kernel: [2, 2], ...stride, label };
  if (isConvolution(operation))
    return [{ ...sizes, ...(pairedPad ? { pad: 1, padCols: 0 } : { pad: fixed.pad === 'text' ? 0 : 1 }) }];
  // Windows with more columns than rows side by side: the stride of many functions where none is given.
  const tiled = { stride: 2, strideCols: 3, label: msg('{0}×{1} window, stride {2}', 2, 3, '2×3') };
  const tiles: CaseSizes[] = pairedStride && rectangular ? [{ ...sizes, kernel: [2, 3], ...tiled, mode: 'max' }] : [];
  const padded = pairedPad ? { ...sizes, pad: 1, padCols: 0 } : sizes;
  return [{ ...padded, mode: 'max' }, { ...padded, mode: 'average' }, ...tiles];
}

/** Sides with padding of their own. */
function sidedSizes(operation: CourseFunction): CaseSizes[] {
  const sizes: CaseSizes[] = [
    { rows: 5, cols: 6, kernel: [3, 3], stride: 1, sides: { top: 1, bottom: 0, left: 0, right: 2 } },
    { rows: 6, cols: 5, kernel: [2, 2], stride: 2, sides: { top: 0, bottom: 1, left: 1, right: 0 } },
  ];
  const label = msg('padding of some sides only');
  const modes = isConvolution(operation) ? [{}] : ([{ mode: 'max' }, { mode: 'average' }] as const);
  return sizes.flatMap((each) => modes.map((mode) => ({ ...each, ...mode, label })));
}

const WINDOWS: readonly CaseSizes[] = [
  { rows: 1, cols: 1, kernel: [2, 3] },
  { rows: 1, cols: 1, kernel: [3, 2] },
  { rows: 1, cols: 1, kernel: [4, 4] },
];

const SIZES: Record<CourseFunction, readonly CaseSizes[]> = {
  zero_pad: [
    { rows: 3, cols: 4, kernel: [1, 1], pad: 1 },
    { rows: 4, cols: 3, kernel: [1, 1], pad: 3 },
    { rows: 3, cols: 2, kernel: [1, 1], pad: 0, examples: 3 },
    { rows: 2, cols: 4, kernel: [1, 1], pad: 2, examples: 1, channels: 1 },
  ],
  conv_single_step: [
    { rows: 1, cols: 1, kernel: [2, 2], channels: 3 },
    { rows: 1, cols: 1, kernel: [3, 3], channels: 1 },
    { rows: 1, cols: 1, kernel: [3, 3], channels: 4 },
  ],
  conv_forward: CONV,
  conv_backward: CONV,
  create_mask_from_window: [
    ...WINDOWS,
    { rows: 1, cols: 1, kernel: [3, 4], ties: true },
    { rows: 1, cols: 1, kernel: [2, 4], negative: true },
  ],
  distribute_value: WINDOWS,
  pool_forward: POOL.filter(({ ties }) => !ties),
  pool_backward: POOL,
};
