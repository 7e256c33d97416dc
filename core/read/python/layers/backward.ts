/** Records a backward pass with its arguments in the course's layout, then computes it with the core's layers. */
import { sizeOf } from '../../../array/NdArray';
import { conv2dBackward } from '../../../layer/conv2dBackward';
import { conv2dGeometry, outputShape, pool2dGeometry } from '../../../layer/geometry';
import type { Pool2dOptions } from '../../../layer/options';
import { pool2dBackward } from '../../../layer/pool2dBackward';
import { publish, type PyArray } from '../array/PyArray';
import { reshapeTo } from '../array/reshaping';
import type { Context } from '../runtime/Context';
import { asBias, fromCore, filterFromHwio, resultFromNhwc, filterToHwio, inputToNhwc, type Caller } from './Caller';
import { placedAt, record, spendOutput, type ConvRequest } from './forward';

export interface ConvGradients {
  readonly dX: PyArray;
  readonly dW: PyArray;
  readonly db: PyArray;
}

/** `dZ` in the layout of the output; the gradients have the layout and shape of what they belong to, `db` is 1-D. */
export function convolveBackward(
  dZ: PyArray,
  { input, filter, bias, options }: ConvRequest & { readonly filter: PyArray },
  caller: Caller,
  context: Context,
): ConvGradients {
  const x = inputToNhwc(input, caller, context);
  const w = filterToHwio(filter, caller, context);
  const gradient = inputToNhwc(dZ, caller, context);
  const b = bias && asBias(publish(bias, context));
  record(context, caller, {
    operation: 'conv_backward',
    arrays: { dZ: gradient, A_prev: x, W: w, ...(b && { b }) },
    options: { ...options },
  });
  return placedAt(caller.range, () => {
    const output = outputShape(conv2dGeometry(x.shape, w.shape, options));
    spendOutput(context, output, 2 * sizeOf(w.shape.slice(0, 3)), caller.range);
    context.allocate(x.shape, caller.range);
    const { dX, dW, db } = conv2dBackward(gradient, x, w, options);
    return {
      dX: resultFromNhwc(dX, caller, input),
      dW: filterFromHwio(dW, caller),
      db: reshapeTo(fromCore(db, caller.notation), bias ? bias.shape : [db.data.length], context),
    };
  });
}

export function applyPoolBackward(
  dA: PyArray,
  input: PyArray,
  options: Pool2dOptions,
  caller: Caller,
  context: Context,
): PyArray {
  const x = inputToNhwc(input, caller, context);
  const gradient = inputToNhwc(dA, caller, context);
  record(context, caller, { operation: 'pool_backward', arrays: { dA: gradient, A_prev: x }, options: { ...options } });
  return placedAt(caller.range, () => {
    const geometry = pool2dGeometry(x.shape, options);
    const window = geometry.rows.kernel * geometry.cols.kernel;
    spendOutput(context, outputShape(geometry), 2 * window, caller.range);
    context.allocate(x.shape, caller.range);
    return resultFromNhwc(pool2dBackward(gradient, x, options), caller, input);
  });
}
