/** Records a layer call with its arguments in the course's layout, then computes it with the core's layers. */
import { sizeOf, type NdArray } from '../../../array/NdArray';
import { conv2d } from '../../../layer/conv2d';
import { conv2dGeometry, outputShape, pool2dGeometry } from '../../../layer/geometry';
import type { Conv2dOptions, Pool2dOptions } from '../../../layer/options';
import { pool2d } from '../../../layer/pool2d';
import { LensError, msg } from '../../../message';
import type { LayerCall, TextRange } from '../../ParseResult';
import { arrayOf, publish, type PyArray } from '../array/PyArray';
import { expandAxis, permuteAxes, squeezeAxes } from '../array/reshaping';
import type { Context } from '../run/Context';
import { UNKNOWN, type Py } from '../value';

/** Who calls, and how the caller lays out arrays. */
export interface Caller {
  readonly callee: string;
  readonly range: TextRange;
  readonly notation: LayerCall['notation'];
  readonly layout: LayerCall['layout'];
  /** Axes of the filters. Absent: OIHW for PyTorch, else HWIO. */
  readonly filterLayout?: 'hwio' | 'oihw';
}

export interface ConvRequest {
  readonly input: PyArray;
  /** In the caller's filter layout. Absent: not in the text. */
  readonly filter: PyArray | undefined;
  readonly bias: PyArray | undefined;
  readonly options: Conv2dOptions;
  /** What is known of a filter that is absent. */
  readonly shape?: Readonly<Record<string, unknown>>;
}

export function convolve(request: ConvRequest, caller: Caller, context: Context): Py {
  const { input, filter, bias, options, shape = {} } = request;
  const x = toNhwc(input, caller.layout, context);
  const w = filter && toHwio(filter, caller, context);
  const b = bias && asBias(publish(bias, context));
  const arrays = { A_prev: x, ...(w && { W: w }), ...(b && { b }) };
  record(context, caller, 'conv_forward', arrays, { ...options, ...(w ? {} : shape) });
  if (!w) {
    context.report(
      new LensError(msg('the weights of {0} are not in the text, so its output is not known', caller.callee), 'filter'),
      caller.range,
    );
    return UNKNOWN;
  }
  return placedAt(caller.range, () => {
    const geometry = conv2dGeometry(x.shape, w.shape, options);
    spendOutput(context, outputShape(geometry), sizeOf(w.shape.slice(0, 3)), caller.range);
    return fromNhwc(conv2d(x, w, b, options), caller, input);
  });
}

export function pool(input: PyArray, options: Pool2dOptions, caller: Caller, context: Context): Py {
  const x = toNhwc(input, caller.layout, context);
  record(context, caller, 'pool_forward', { A_prev: x }, { ...options });
  return placedAt(caller.range, () => {
    const geometry = pool2dGeometry(x.shape, options);
    spendOutput(context, outputShape(geometry), geometry.rows.kernel * geometry.cols.kernel, caller.range);
    return fromNhwc(pool2d(x, options), caller, input);
  });
}

export function record(
  context: Context,
  { callee, range, layout, notation }: Caller,
  operation: LayerCall['operation'],
  arrays: LayerCall['arrays'],
  options: LayerCall['options'],
): void {
  context.spend(1, range);
  context.calls.push({ callee, range, operation, arrays, options, layout, notation });
}

/** Counts a layer's products before it runs. */
export function spendOutput(context: Context, shape: readonly number[], window: number, range: TextRange): void {
  context.allocate(shape, range);
  context.spend(sizeOf(shape) * window, range);
}

/** Places errors of the core's layers at the call. */
export function placedAt<T>(range: TextRange, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof LensError && !error.range) throw new LensError(error.detail, error.field, range);
    throw error;
  }
}

/** A result of the core as the program's array. */
export function fromCore({ shape, data }: NdArray, notation?: PyArray['notation']): PyArray {
  return arrayOf(data, shape, data instanceof Float32Array ? 'float32' : 'float64', { notation });
}

/** (n_C, n_C_prev, f_H, f_W) → (f_H, f_W, n_C_prev, n_C) where the caller has OIHW. */
export function toHwio(filter: PyArray, caller: Caller, context: Context): NdArray {
  return publish(hasOihw(caller) ? permuteAxes(needAxes(filter, 4), [2, 3, 1, 0]) : filter, context);
}

/** The reverse of `toHwio`. */
export function fromHwio(filter: NdArray, caller: Caller): PyArray {
  const array = fromCore(filter, caller.notation);
  return hasOihw(caller) ? permuteAxes(array, [3, 2, 0, 1]) : array;
}

function hasOihw({ filterLayout, notation }: Caller): boolean {
  return (filterLayout ?? (notation === 'pytorch' ? 'oihw' : 'hwio')) === 'oihw';
}

/** An image without a batch axis is a batch of one. */
export function toNhwc(input: PyArray, layout: Caller['layout'], context: Context): NdArray {
  const batch = needAxes(input.shape.length === 3 ? expandAxis(input, 0) : input, 4);
  return publish(layout === 'nchw' ? permuteAxes(batch, [0, 2, 3, 1]) : batch, context);
}

/** `input` tells whether there is a batch axis. */
export function fromNhwc(result: NdArray, { layout, notation }: Caller, input: PyArray): PyArray {
  const array = fromCore(result, notation);
  const turned = layout === 'nchw' ? permuteAxes(array, [0, 3, 1, 2]) : array;
  return input.shape.length === 3 ? squeezeAxes(turned, [0]) : turned;
}

function needAxes(array: PyArray, count: number): PyArray {
  if (array.shape.length === count) return array;
  throw new LensError(msg('{0} axes are needed, not {1}', count, array.shape.length));
}

/** n_C numbers as (1, 1, 1, n_C). */
export function asBias({ data }: NdArray): NdArray {
  return { shape: [1, 1, 1, data.length], data };
}
