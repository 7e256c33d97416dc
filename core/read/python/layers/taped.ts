/** Layers of frameworks with automatic gradients: computed, and recorded for a later `backward`. */
import type { Pool2dOptions } from '../../../layer/options';
import { mapTwo } from '../array/elementwise';
import type { PyArray } from '../array/PyArray';
import { matmul } from '../array/matrixProduct';
import { reduce, sumOf } from '../array/reduce';
import { copyOf, permuteAxes, reshapeTo } from '../array/reshaping';
import { applyBinary } from '../library/ufunc/applyUfunc';
import { BINARY_UFUNCS } from '../library/ufunc/binaryUfuncs';
import { sizeOf } from '../../../array/NdArray';
import { callNode } from '../autograd/callNode';
import { tapeOf, type GradientCall } from '../autograd/Tape';
import type { Context } from '../runtime/Context';
import type { LayerCall } from '../../LayerCall';
import type { Py } from '../value/Py';
import { convolveBackward, applyPoolBackward } from './backward';
import { inputToNhwc, type Caller } from './Caller';
import { publish } from '../array/PyArray';
import { applyConvolution, pool, record, type ConvRequest } from './forward';
import { rectify } from './relu';

/** `applyConvolution` with its gradients: of the input, the filter, and the bias. */
export function tapedConvolve(request: ConvRequest, caller: Caller, context: Context): Py {
  const result = applyConvolution(request, caller, context);
  const { input, filter, bias } = request;
  if (!tapeOf(context).active || !filter || result.kind !== 'array') return result;
  // The gradients need the values that the arrays have now.
  const now = { ...request, input: copyOf(input, context), filter: copyOf(filter, context) };
  tapeOf(context).record(result, {
    name: caller.callee,
    node: callNode(caller.callee, 1, result),
    inputs: bias ? [input, filter, bias] : [input, filter],
    gradients: (gradient, call) => {
      const { dX, dW, db } = convolveBackward(gradient, now, from(call, caller), context);
      return bias ? [like(input, dX), like(filter, dW), like(bias, db)] : [like(input, dX), like(filter, dW)];
    },
  });
  return result;
}

export function tapedPool(
  input: PyArray,
  options: Pool2dOptions,
  caller: Caller,
  context: Context,
  notes: LayerCall['notes'] = [],
): Py {
  const result = pool(input, options, caller, context, notes);
  if (!tapeOf(context).active || result.kind !== 'array') return result;
  const now = copyOf(input, context);
  tapeOf(context).record(result, {
    name: caller.callee,
    node: callNode(caller.callee, 1, result),
    inputs: [input],
    gradients: (gradient, call) => [
      like(input, applyPoolBackward(gradient, now, options, from(call, caller), context)),
    ],
  });
  return result;
}

/** The axes in another order. */
export function tapedPermute(array: PyArray, order: readonly number[], context: Context): PyArray {
  const result = permuteAxes(array, order);
  const back = order.map((_, axis) => order.indexOf(axis));
  tapeOf(context).record(result, {
    name: 'transpose',
    inputs: [array],
    gradients: (gradient) => [permuteAxes(gradient, back)],
  });
  return result;
}

/** x Wᵀ + b. */
export function tapedLinear(
  input: PyArray,
  weight: PyArray,
  bias: PyArray | undefined,
  callee: string,
  context: Context,
): Py {
  const product = matmul(input, permuteAxes(weight), context);
  const result = bias ? applyBinary(BINARY_UFUNCS.get('add')!, product, bias, context) : product;
  if (!tapeOf(context).active || result.kind !== 'array') return result;
  const [outputs, inputs] = [weight.shape[0]!, weight.shape[1]!];
  const [x, w] = [
    copyOf(reshapeTo(input, [sizeOf(input.shape) / inputs, inputs], context), context),
    copyOf(weight, context),
  ];
  tapeOf(context).record(result, {
    name: callee,
    node: input.shape.length === 2 ? `${bias ? 'Addmm' : 'Mm'}Backward0` : undefined,
    inputs: bias ? [input, weight, bias] : [input, weight],
    gradients: (gradient) => {
      const rows = reshapeTo(gradient, [x.shape[0]!, outputs], context);
      const own = [
        reshapeTo(matmul(rows, w, context), input.shape, context),
        matmul(permuteAxes(rows), x, context),
        reduce(rows, { axes: [0], dtype: rows.dtype, fold: sumOf }, context),
      ];
      return bias ? own : own.slice(0, 2);
    },
  });
  return result;
}

export function tapedRelu(input: PyArray, caller: Caller, context: Context): PyArray {
  const result = rectify(input, caller, context);
  if (!tapeOf(context).active) return result;
  const now = copyOf(input, context);
  tapeOf(context).record(result, {
    name: caller.callee,
    node: callNode(caller.callee, 1, result),
    inputs: [input],
    gradients: (gradient, call) => {
      const image = now.shape.length === 4 || now.shape.length === 3;
      const [dA, Z] = [gradient, now].map((each) =>
        image ? inputToNhwc(each, caller, context) : publish(each, context),
      );
      record(context, from(call, caller), { operation: 'relu_backward', arrays: { dA: dA!, Z: Z! }, options: {} });
      return [
        like(
          input,
          mapTwo(gradient, now, input.dtype, (value, z) => (z > 0 ? value : 0), context),
        ),
      ];
    },
  });
  return result;
}

/** The call of the gradient, with the layer's layouts. */
function from({ callee, range }: GradientCall, caller: Caller): Caller {
  return { ...caller, callee, range };
}

function like({ notation }: PyArray, gradient: PyArray): PyArray {
  return { ...gradient, notation };
}
