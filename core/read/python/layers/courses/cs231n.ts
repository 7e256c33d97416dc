/**
 * The layer functions of Stanford's CS231n assignments 2 and 3: images (N, C, H, W), filters (F, C, HH, WW), parameters in the
 * dictionaries `conv_param` (stride, pad) and `pool_param` (pool_height, pool_width, stride).
 */
import { sizeOf } from '../../../../array/NdArray';
import { outputShape, pool2dGeometry } from '../../../../layer/geometry';
import type { Conv2dOptions, Pool2dOptions } from '../../../../layer/options';
import { pool2dBackward } from '../../../../layer/pool2dBackward';
import { LensError, msg } from '../../../../message';
import { mapTuple, tuple2, tuple3, tuple4 } from '../../../../tuples';
import { mapOne, mapTwo } from '../../array/elementwise';
import type { PyArray } from '../../array/PyArray';
import type { Call, FunctionTable, Implementation } from '../../library/call/Call';
import { toArray, toInteger } from '../../library/call/coerce';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { convolveBackward, applyPoolBackward } from '../backward';
import { cacheItems, dictionaryItem, requireItems } from './cache';
import { inputToNhwc, nchwCaller } from '../Caller';
import { applyConvolution, placed, pool, spendOutput, type ConvRequest } from '../forward';

const CONV = 'x w b conv_param';
const POOL = 'x pool_param';

/** By name: signature and implementation. The variants of a function differ in speed and, for max pooling, in ties. */
export const CS231N: FunctionTable = {
  ...variants('conv_forward', 'naive im2col strides fast', CONV, convForward),
  ...variants('conv_backward', 'naive im2col strides fast', 'dout cache', convBackward),
  ...variants('max_pool_forward', 'naive reshape im2col fast', POOL, poolForward),
  ...variants('max_pool_backward', 'naive', 'dout cache', (call) => poolGradient(call, 'all')),
  ...variants('max_pool_backward', 'im2col', 'dout cache', (call) => poolGradient(call, 'first')),
  ...variants('max_pool_backward', 'reshape fast', 'dout cache', sharedGradient),
  conv_relu_forward: [CONV, placed(convRelu)],
  conv_relu_pool_forward: [`${CONV} pool_param`, placed(convReluPool)],
  conv_relu_backward: ['dout cache', placed(convReluBackward)],
  conv_relu_pool_backward: ['dout cache', placed(convReluPoolBackward)],
};

function variants(name: string, endings: string, signature: string, run: Implementation): FunctionTable {
  return Object.fromEntries(
    endings.split(' ').map((ending) => [`${name}_${ending}`, [signature, placed(run)] as const]),
  );
}

function convForward(call: Call): Py {
  return pyTuple([convolution(call), convCache(call)]);
}

/** `notes`: where the function computes further layers. */
function convolution(call: Call, notes?: ConvRequest['notes']): Py {
  const request = {
    input: call.array('x'),
    filter: call.array('w'),
    bias: call.array('b'),
    options: convOptions(call.value('conv_param')),
    ...(notes && { notes }),
  };
  return applyConvolution(request, nchwCaller(call), call.context);
}

function convCache(call: Call): Py {
  return pyTuple(['x', 'w', 'b', 'conv_param'].map((name) => call.value(name)));
}

function convBackward(call: Call): Py {
  return convGradients(call, call.array('dout'), call.value('cache'));
}

/** The caches of the fast variants hold the columns, too, as a fifth item. */
function convGradients(call: Call, dout: PyArray, cache: Py): Py {
  const [x, w, b, conv_param] = tuple4(requireItems(cache, call, 4, 5).slice(0, 4));
  const [input, filter, bias] = mapTuple([x, w, b], (value) => toArray(value, call.context));
  const request = { input, filter, bias, options: convOptions(conv_param) };
  const { dX, dW, db } = convolveBackward(dout, request, nchwCaller(call), call.context);
  return pyTuple([dX, dW, db]);
}

function poolForward(call: Call): Py {
  const input = call.array('x');
  const out = pool(input, poolOptions(call.value('pool_param')), nchwCaller(call), call.context);
  return pyTuple([out, pyTuple([input, call.value('pool_param')])]);
}

function poolGradient(call: Call, ties: Pool2dOptions['ties']): Py {
  const [x, pool_param] = tuple2(cacheItems(call, 2));
  const options = { ...poolOptions(pool_param), ties: ties! };
  return applyPoolBackward(call.array('dout'), toArray(x, call.context), options, nchwCaller(call), call.context);
}

/** `max_pool_backward_reshape` divides a gradient among equal maxima; without equal maxima it is the same as the other variants. */
function sharedGradient(call: Call): Py {
  const [cached, parameters] = tuple2(cacheItems(call, 2));
  const input = toArray(cached, call.context);
  const options = { ...poolOptions(parameters), ties: 'all' } as const;
  const images = inputToNhwc(input, nchwCaller(call), call.context);
  const geometry = pool2dGeometry(images.shape, options);
  const shape = outputShape(geometry);
  spendOutput(call.context, shape, geometry.rows.kernel * geometry.cols.kernel, call.range);
  const ones = { shape, data: new Float64Array(sizeOf(shape)).fill(1) };
  // Each maximum of a window gets 1.
  const maxima = Array.from(pool2dBackward(ones, images, options).data).reduce((sum, value) => sum + value, 0);
  if (maxima !== sizeOf(shape))
    throw new LensError(
      msg('{0} divides a gradient among equal maxima, which is not supported', call.callee),
      undefined,
      call.range,
    );
  return poolGradient(call, 'all');
}

function convRelu(call: Call): Py {
  const before = convolution(call, [msg('{0} is a convolution and ReLU: this is the convolution', call.callee)]);
  return pyTuple([relu(before, call), pyTuple([convCache(call), before])]);
}

function convReluPool(call: Call): Py {
  const before = convolution(call);
  const activated = relu(before, call);
  if (activated.kind !== 'array') return activated;
  const notes = [msg('{0} is a convolution, ReLU and pooling: this is the pooling', call.callee)];
  const out = pool(activated, poolOptions(call.value('pool_param')), nchwCaller(call), call.context, notes);
  return pyTuple([out, pyTuple([convCache(call), before, pyTuple([activated, call.value('pool_param')])])]);
}

function convReluBackward(call: Call): Py {
  const [cache, before] = tuple2(cacheItems(call, 2));
  return convGradients(call, reluGradient(call.array('dout'), toArray(before, call.context), call), cache);
}

function convReluPoolBackward(call: Call): Py {
  const [cache, before, pooled] = tuple3(cacheItems(call, 3));
  const [x, pool_param] = tuple2(requireItems(pooled, call, 2));
  const options = poolOptions(pool_param);
  const activated = applyPoolBackward(
    call.array('dout'),
    toArray(x, call.context),
    options,
    nchwCaller(call),
    call.context,
  );
  return convGradients(call, reluGradient(activated, toArray(before, call.context), call), cache);
}

function reluGradient(gradient: PyArray, before: PyArray, call: Call): PyArray {
  return mapTwo(gradient, before, gradient.dtype, (each, value) => (value > 0 ? each : 0), call.context);
}

function relu(value: Py, call: Call): Py {
  return value.kind === 'array' ? mapOne(value, value.dtype, (each) => Math.max(0, each), call.context) : value;
}

function convOptions(parameters: Py): Conv2dOptions {
  const [stride, padding] = ['stride', 'pad'].map((key) => toInteger(dictionaryItem(parameters, key, 'conv_param')));
  return { stride: stride!, padding: padding! };
}

function poolOptions(parameters: Py): Pool2dOptions {
  const [height, width, stride] = ['pool_height', 'pool_width', 'stride'].map((key) =>
    toInteger(dictionaryItem(parameters, key, 'pool_param')),
  );
  return { mode: 'max', kernel: [height!, width!], stride: stride!, ties: 'all' };
}
