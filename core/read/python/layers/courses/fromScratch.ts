/**
 * The classes `Convolution`, `Pooling` and `Relu` of "Deep Learning from Scratch": images (N, C, H, W), filters (FN, C, FH, FW).
 * `forward` keeps its input for `backward`, which sets `dW` and `db`.
 */
import type { Pool2dOptions } from '../../../../layer/options';
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { libraryFunction, type Call, type FunctionTable, onInput } from '../../library/call/Call';
import type { Py, LayerObject } from '../../value/Py';
import { convolveBackward, applyPoolBackward } from '../backward';
import { nchwCaller, type Caller } from '../Caller';
import { applyConvolution, placedAt, pool } from '../forward';
import { rectify } from '../relu';

/** By name: the parameters of the constructor, and the constructor. */
export const FROM_SCRATCH: FunctionTable = {
  Convolution: ['W b stride? pad?', convolution],
  Pooling: ['pool_h pool_w stride? pad?', pooling],
  Relu: ['', relu],
};

function convolution(call: Call): Py {
  const parameters = {
    filter: call.array('W'),
    bias: call.array('b'),
    options: { stride: call.integer('stride', 1), padding: call.integer('pad', 0) },
  };
  const found = new Map<string, Py>([
    ['W', parameters.filter],
    ['b', parameters.bias],
  ]);
  const forward = (use: Call): Py => {
    const input = use.array('input');
    found.set('x', input);
    return applyConvolution({ input, ...parameters }, caller(use, call), use.context);
  };
  const backward = (use: Call): Py => {
    const { dX, dW, db } = convolveBackward(
      use.array('dout'),
      { input: storedInput(found, use), ...parameters },
      caller(use, call),
      use.context,
    );
    found.set('dW', dW);
    found.set('db', db);
    return dX;
  };
  return layerOf(call, found, forward, backward);
}

function pooling(call: Call): Py {
  const options = poolingOptions(call, {
    kernel: [call.integer('pool_h'), call.integer('pool_w')],
    stride: call.integer('stride', 1),
    padding: call.integer('pad', 0),
  });
  const found = new Map<string, Py>();
  const forward = (use: Call): Py => {
    const input = use.array('input');
    found.set('x', input);
    return pool(input, options, caller(use, call), use.context);
  };
  const backward = (use: Call): Py =>
    applyPoolBackward(use.array('dout'), storedInput(found, use), options, caller(use, call), use.context);
  return layerOf(call, found, forward, backward);
}

function relu(call: Call): Py {
  const forward = (use: Call): Py => rectify(use.array('input'), caller(use, call), use.context);
  const backward = (use: Call): Py => {
    throw new LensError(msg('{0} is not supported', use.callee), undefined, use.range);
  };
  return layerOf(call, new Map(), forward, backward);
}

function layerOf(
  call: Call,
  found: Map<string, Py>,
  forward: (use: Call) => Py,
  backward: (use: Call) => Py,
): LayerObject {
  const methods: Readonly<Record<string, Py>> = {
    forward: libraryFunction('forward', 'input|x', (use) => placedAt(use.range, () => forward(use))),
    backward: libraryFunction('backward', 'dout', (use) => placedAt(use.range, () => backward(use))),
  };
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'numpy',
    weights: {},
    hasBias: false,
    apply: onInput(forward),
    member: (name) => (Object.hasOwn(methods, name) ? methods[name] : found.get(name)),
  };
}

/** The method that was called, by the name of its class. */
function caller(use: Call, made: Call): Caller {
  const { callee } = use;
  const method = callee.slice(callee.lastIndexOf('.') + 1);
  const name = method === 'backward' || method === 'forward' ? `${made.callee}.${method}` : made.callee;
  return nchwCaller(use, name);
}

function storedInput(found: ReadonlyMap<string, Py>, use: Call): PyArray {
  const input = found.get('x');
  if (input?.kind === 'array') return input;
  throw new LensError(msg('{0} is called before forward', use.callee), undefined, use.range);
}

/** The maximum of a window is the first one (np.argmax). Its padding of zeros takes part in the maximum. */
function poolingOptions(
  call: Call,
  window: { readonly kernel: readonly [number, number]; readonly stride: number; readonly padding: number },
): Pool2dOptions {
  if (window.padding !== 0)
    throw new LensError(
      msg('{0} with pad {1} takes the maximum of zeros, too; only pad 0 is supported', call.callee, window.padding),
      'pad',
      call.range,
    );
  return { mode: 'max', ...window, ties: 'first' };
}
