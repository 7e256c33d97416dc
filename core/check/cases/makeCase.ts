/** Builds a case with random arrays from its sizes. */
import { ndarray, sizeOf, type NdArray } from '../../array/NdArray';
import type { Sides } from '../../layer/options';
import { msg, type Message } from '../../message';
import type { FixedGeometry } from './FixedGeometry';
import { RandomState } from '../../random/RandomState';
import { isBackward, isConvolution, type CourseFunction } from '../CourseFunction';
import { gradientShape } from './expected';
import type { LayerCase } from './LayerCase';
import { memoized } from '../source/memoized';

export interface CaseSizes {
  readonly label?: Message;
  readonly examples?: number;
  readonly rows: number;
  readonly cols: number;
  readonly channels?: number;
  readonly filters?: number;
  readonly kernel: readonly [rows: number, cols: number];
  readonly stride?: number;
  readonly pad?: number;
  readonly strideCols?: number;
  readonly padCols?: number;
  readonly sides?: Sides;
  readonly mode?: 'max' | 'average';
  readonly dilation?: number;
  readonly groups?: number;
  /** Values drawn from few integers, so that windows have several maxima. */
  readonly ties?: boolean;
  /** Only values below 0, as in some windows of a map. */
  readonly negative?: boolean;
}

/** The sizes with what a function holds in its text; undefined where the window does not fit into the input. */
export function fixedSizes(sizes: CaseSizes, { kernel, stride, pad }: FixedGeometry): CaseSizes | undefined {
  const isSame = pad === 'same' || (pad === 'text' && (sizes.pad ?? 0) > 0);
  const size = kernel ?? (isSame && sizes.kernel[0] % 2 === 0 ? 3 : undefined);
  const isOblong = isSame && kernel === undefined && sizes.kernel[0] !== sizes.kernel[1];
  const window = size === undefined || isOblong ? sizes.kernel : ([size, size] as const);
  const rule = isSame ? 'same' : pad === 'text' ? 0 : pad;
  const padding = paddingOf(window[0], rule, sizes.pad);
  const padCols = paddingOf(window[1], rule, sizes.padCols ?? sizes.pad);
  const reach = (sizes.dilation ?? 1) * (window[0] - 1) + 1;
  if (
    Math.min(sizes.rows, sizes.cols) + 2 * padding < reach ||
    !Number.isInteger(padding) ||
    !Number.isInteger(padCols)
  )
    return undefined;
  const step = isSame ? 1 : stride === 'kernel' ? window[0] : stride;
  return { ...sizes, kernel: window, pad: padding, padCols, ...(step === undefined ? {} : { stride: step }) };
}

function paddingOf(size: number, fixed: number | 'same' | 'full' | undefined, own = 0): number {
  if (fixed === 'same') return (size - 1) / 2;
  return fixed === 'full' ? size - 1 : (fixed ?? own);
}

/** The same sizes and seed give the same arrays. */
export function makeCase(operation: CourseFunction, sizes: CaseSizes, seed: number): LayerCase {
  return made(JSON.stringify([operation, sizes, seed]));
}

/** Each layout of a function has them again. */
const made = memoized((key) => drawnCase(...(JSON.parse(key) as Parameters<typeof makeCase>)));

function drawnCase(operation: CourseFunction, sizes: CaseSizes, seed: number): LayerCase {
  const { examples = 2, rows, cols, channels = 2, filters = 3, kernel, stride = 1, pad = 0, mode = 'max' } = sizes;
  const random = new RandomState(seed);
  const label = sizes.label ?? describeSizes(operation, sizes);
  const { strideCols, padCols, sides } = sizes;
  const base = {
    operation,
    label,
    stride,
    pad,
    kernel,
    mode,
    ...(strideCols !== undefined && { strideCols }),
    ...(padCols !== undefined && padCols !== pad && { padCols }),
    ...(sides && { sides }),
  };
  switch (operation) {
    case 'zero_pad':
      return { ...base, x: random.randn(examples, rows, cols, channels) };
    case 'conv_single_step':
      return {
        ...base,
        x: random.randn(...kernel, channels),
        w: random.randn(...kernel, channels),
        b: random.randn(1, 1, 1),
      };
    case 'create_mask_from_window':
      return { ...base, x: sizes.negative ? negated(draw(random, kernel)) : draw(random, kernel, sizes.ties) };
    case 'distribute_value':
      return { ...base, value: Math.round(random.randn(1).data[0]! * 100) / 10 + 1 };
    case 'conv_forward':
    case 'conv_backward':
    case 'pool_forward':
    case 'pool_backward':
      break;
  }
  const drawn = draw(random, [examples, rows, cols, channels], sizes.ties);
  const x = sizes.negative ? negated(drawn) : drawn;
  const { dilation = 1, groups = 1 } = sizes;
  const layerCase: LayerCase = isConvolution(operation)
    ? {
        ...base,
        x,
        w: random.randn(...kernel, channels / groups, filters),
        b: random.randn(1, 1, 1, filters),
        ...(dilation > 1 && { dilation }),
        ...(groups > 1 && { groups }),
      }
    : { ...base, x };
  if (!isBackward(operation)) return layerCase;
  return { ...layerCase, gradient: random.randn(...gradientShape(layerCase)) };
}

function draw(random: RandomState, shape: readonly number[], ties = false): NdArray {
  if (!ties) return random.randn(...shape);
  const drawn = random.randint(0, 3, shape);
  return ndarray(shape, Float64Array.from(drawn.data.slice(0, sizeOf(shape))));
}

function negated({ shape, data }: NdArray): NdArray {
  return ndarray(
    shape,
    Float64Array.from(data, (value) => -Math.abs(value)),
  );
}

function describeSizes(operation: CourseFunction, sizes: CaseSizes): Message {
  const { rows, cols, kernel, stride = 1, pad = 0, mode = 'max' } = sizes;
  switch (operation) {
    case 'zero_pad':
      return msg('pad {0}, {1}×{2} input', pad, rows, cols);
    case 'conv_single_step':
    case 'create_mask_from_window':
    case 'distribute_value':
      return msg('{0}×{1} window', kernel[0], kernel[1]);
    case 'conv_forward':
    case 'conv_backward':
      if (sizes.groups)
        return msg('{0} group{0||s}, stride {1}, pad {2}, {3}×{4} input', sizes.groups, stride, pad, rows, cols);
      if (sizes.dilation)
        return msg('dilation {0}, stride {1}, pad {2}, {3}×{4} input', sizes.dilation, stride, pad, rows, cols);
      return msg('stride {0}, pad {1}, {2}×{3} input', stride, pad, rows, cols);
    case 'pool_forward':
    case 'pool_backward':
      if (pad > 0) return msg('mode {0}, stride {1}, pad {2}, {3}×{4} input', mode, stride, pad, rows, cols);
      return msg('mode {0}, stride {1}, {2}×{3} input', mode, stride, rows, cols);
  }
}
