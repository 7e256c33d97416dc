/** MLX' layers: NHWC images, filters with axes (n_C, f_H, f_W, n_C_prev), averages with the padding. */
import { toPair } from '../../../../layer/axis';
import type { Conv2dOptions, Pair, Pool2dOptions } from '../../../../layer/options';
import { permuteAxes } from '../../array/reshaping';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { LayerObject, Py } from '../../value/Py';
import { optionalPair, pairArgument } from '../arguments';
import type { Caller } from '../Caller';
import { placedAt } from '../forward';
import { moduleOf } from '../moduleOf';
import { tapedConvolve, tapedPool, tapedRelu } from '../taped';
import { drawnBy, filledWith, uniformByFan, weightedLayer } from './weightedLayer';

const POOL = 'kernel_size stride? padding?';
const TURN = [1, 2, 3, 0];

/** Functions of `mlx.core` by name. */
export const MLX: FunctionTable = {
  conv2d: ['input weight stride? padding? dilation? groups? stream?', convolved],
};

/** Classes and functions of `mlx.nn` by name. */
export const MLX_MODULES: FunctionTable = {
  Conv2d: ['in_channels out_channels kernel_size stride? padding? dilation? groups? bias?', convolution],
  MaxPool2d: [POOL, (call) => pooling(call, 'max')],
  AvgPool2d: [POOL, (call) => pooling(call, 'average')],
  relu: ['x', (call) => tapedRelu(call.array('x'), mlxCaller(call), call.context)],
};

function mlxCaller({ callee, range }: Call, name = callee): Caller {
  return { callee: name, range, notation: 'numpy', layout: 'nhwc' };
}

function optionsOf(call: Call): Conv2dOptions {
  return {
    stride: optionalPair(call, 'stride') ?? 1,
    padding: optionalPair(call, 'padding') ?? 0,
    dilation: optionalPair(call, 'dilation') ?? 1,
    groups: call.integer('groups', 1),
  };
}

function convolved(call: Call): Py {
  const request = {
    input: call.array('input'),
    filter: permuteAxes(call.array('weight'), TURN),
    bias: undefined,
    options: optionsOf(call),
  };
  return placedAt(call.range, () => tapedConvolve(request, mlxCaller(call), call.context));
}

function convolution(call: Call): LayerObject {
  const kernel: Pair = pairArgument(call, 'kernel_size');
  const filters = call.integer('out_channels');
  const [rows, cols] = toPair(kernel);
  return weightedLayer(call, {
    options: optionsOf(call),
    kernel,
    filters,
    hasBias: call.flag('bias', true),
    caller: (use) => mlxCaller(use, call.callee),
    weight: (channels, use) =>
      drawnBy('MLX', use, [filters, rows, cols, channels], uniformByFan(channels * rows * cols)),
    bias: (use) => filledWith(use, 0, [filters]),
    turn: (weight) => permuteAxes(weight, TURN),
  });
}

function pooling(call: Call, mode: Pool2dOptions['mode']): Py {
  const kernel = pairArgument(call, 'kernel_size');
  const options: Pool2dOptions = {
    mode,
    kernel,
    stride: optionalPair(call, 'stride') ?? kernel,
    padding: optionalPair(call, 'padding') ?? 0,
    ...(mode === 'average' && { countIncludePad: true }),
    ties: 'first',
  };
  return moduleOf(call, (use) => tapedPool(use.array('input'), options, mlxCaller(use, call.callee), use.context));
}
