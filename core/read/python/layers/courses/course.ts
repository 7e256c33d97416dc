/** The course's eight functions, computed by the core's layers whatever the text defines under their names. */
import { sizeOf } from '../../../../array/NdArray';
import { conv2d } from '../../../../layer/conv2d';
import { conv2dBackward } from '../../../../layer/conv2dBackward';
import { convSingleStep, createMaskFromWindow, distributeValue } from '../../../../layer/course';
import { conv2dGeometry, outputShape, pool2dGeometry } from '../../../../layer/geometry';
import { zeroPad } from '../../../../layer/pad2d';
import { pool2d } from '../../../../layer/pool2d';
import { pool2dBackward } from '../../../../layer/pool2dBackward';
import { LensError, msg, type Message } from '../../../../message';
import { mapTuple, tuple2, tuple4 } from '../../../../tuples';
import { convOptionsOf, poolOptionsOf, type Hyperparameters } from '../../../hparameters';
import { isFloat } from '../../array/dtype';
import { arrayOf, publish } from '../../array/PyArray';
import type { Call, Implementation } from '../../library/call/Call';
import { toArray } from '../../library/call/coerce';
import { toValue } from '../../value/toValue';
import { describe } from '../../value/describe';
import { pyFloat, pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { cacheItems } from './cache';
import { fromCore, type Caller } from '../Caller';
import { affordable, placed, record, spendOutput } from '../forward';

/** By name: signature and implementation. */
export const COURSE: Readonly<Record<string, readonly [signature: string, run: Implementation]>> = {
  zero_pad: ['X pad', placed(padImages)],
  conv_single_step: ['a_slice_prev W b', placed(singleStep)],
  conv_forward: ['A_prev W b hparameters|hparam', placed(convForward)],
  conv_backward: ['dZ cache', placed(convBackward)],
  pool_forward: ['A_prev hparameters|hparam mode?', placed(poolForward)],
  pool_backward: ['dA cache mode?', placed(poolBackward)],
  create_mask_from_window: ['x', placed(mask)],
  distribute_value: ['dz shape', placed(distribute)],
};

function caller({ callee, range }: Call): Caller {
  return { callee, range, notation: 'numpy', layout: 'nhwc' };
}

function padImages(call: Call): Py {
  const source = call.array('X');
  const [X, pad] = [publish(source, call.context), call.integer('pad')];
  record(call.context, caller(call), { operation: 'zero_pad', arrays: { X }, options: { pad } });
  if (pad > 0)
    call.context.allocate(
      X.shape.map((extent, axis) => (axis === 1 || axis === 2 ? extent + 2 * pad : extent)),
      call.range,
    );
  const padded = zeroPad(X, pad);
  return arrayOf(padded.data, padded.shape, source.dtype);
}

function singleStep(call: Call): Py {
  const [a_slice_prev, W, b] = mapTuple(['a_slice_prev', 'W', 'b'], (name) => publish(call.array(name), call.context));
  record(call.context, caller(call), { operation: 'conv_single_step', arrays: { a_slice_prev, W, b }, options: {} });
  return pyFloat(convSingleStep(a_slice_prev, W, b));
}

function convForward(call: Call): Py {
  const [A_prev, W, b] = mapTuple(['A_prev', 'W', 'b'], (name) => publish(call.array(name), call.context));
  const options = convOptionsOf(hyperparameters(call.value('hparameters'), call));
  const notes = floatNotes(call.value('hparameters'));
  record(
    call.context,
    caller(call),
    { operation: 'conv_forward', arrays: { A_prev, W, b }, options: { ...options } },
    notes,
  );
  const output = outputShape(conv2dGeometry(A_prev.shape, W.shape, options));
  const Z = affordable(
    call.context,
    call,
    () => spendOutput(call.context, output, sizeOf(W.shape.slice(0, 3)), call.range),
    () => fromCore(conv2d(A_prev, W, b, options)),
  );
  return pyTuple([Z, pyTuple(['A_prev', 'W', 'b', 'hparameters'].map((name) => call.value(name)))]);
}

function convBackward(call: Call): Py {
  const dZ = publish(call.array('dZ'), call.context);
  const [first, second, third, hparameters] = tuple4(cacheItems(call, 4));
  const [A_prev, W, b] = mapTuple([first, second, third], (value) =>
    publish(toArray(value, call.context), call.context),
  );
  const options = convOptionsOf(hyperparameters(hparameters, call));
  record(
    call.context,
    caller(call),
    { operation: 'conv_backward', arrays: { dZ, A_prev, W, b }, options: { ...options } },
    floatNotes(hparameters),
  );
  const output = outputShape(conv2dGeometry(A_prev.shape, W.shape, options));
  return affordable(
    call.context,
    call,
    () => {
      spendOutput(call.context, output, 2 * sizeOf(W.shape.slice(0, 3)), call.range);
      call.context.allocate(A_prev.shape, call.range);
    },
    () => {
      const { dX, dW, db } = conv2dBackward(dZ, A_prev, W, options);
      return pyTuple([dX, dW, db].map((array) => fromCore(array)));
    },
  );
}

function poolForward(call: Call): Py {
  const A_prev = publish(call.array('A_prev'), call.context);
  const options = poolOptionsOf(hyperparameters(call.value('hparameters'), call), call.text('mode', 'max'));
  record(
    call.context,
    caller(call),
    { operation: 'pool_forward', arrays: { A_prev }, options: { ...options } },
    floatNotes(call.value('hparameters')),
  );
  const geometry = pool2dGeometry(A_prev.shape, options);
  const A = affordable(
    call.context,
    call,
    () => spendWindows(call, geometry),
    () => fromCore(pool2d(A_prev, options)),
  );
  return pyTuple([A, pyTuple(['A_prev', 'hparameters'].map((name) => call.value(name)))]);
}

function poolBackward(call: Call): Py {
  const dA = publish(call.array('dA'), call.context);
  const [first, hparameters] = tuple2(cacheItems(call, 2));
  const A_prev = publish(toArray(first, call.context), call.context);
  const options = poolOptionsOf(hyperparameters(hparameters, call), call.text('mode', 'max'));
  record(
    call.context,
    caller(call),
    { operation: 'pool_backward', arrays: { dA, A_prev }, options: { ...options } },
    floatNotes(hparameters),
  );
  spendWindows(call, pool2dGeometry(A_prev.shape, options));
  call.context.allocate(A_prev.shape, call.range);
  return fromCore(pool2dBackward(dA, A_prev, options));
}

function spendWindows(call: Call, geometry: ReturnType<typeof pool2dGeometry>): void {
  spendOutput(call.context, outputShape(geometry), 2 * geometry.rows.kernel * geometry.cols.kernel, call.range);
}

/** The core's mask is of one window, whatever its axes. */
function mask(call: Call): Py {
  const x = publish(call.array('x'), call.context);
  record(call.context, caller(call), { operation: 'create_mask_from_window', arrays: { x }, options: {} });
  call.context.allocate(x.shape, call.range);
  const { shape, data } = createMaskFromWindow(x);
  return arrayOf(Float64Array.from(data), shape, 'bool');
}

function distribute(call: Call): Py {
  const [dz, extents] = [call.number('dz'), call.integers('shape')];
  record(call.context, caller(call), { operation: 'distribute_value', arrays: {}, options: { dz, shape: extents } });
  if (extents.length !== 2)
    throw new LensError(msg('distribute_value needs the two extents of a window, not {0}', extents.length));
  call.context.allocate(extents, call.range);
  return fromCore(distributeValue(dz, tuple2(extents)));
}

/** The course's code slices with these numbers: a float raises a TypeError there. */
function floatNotes(value: Py): readonly Message[] {
  if (value.kind !== 'dictionary') return [];
  return [...value.entries]
    .filter(([, each]) => each.kind === 'number' && isFloat(each.dtype))
    .map(([key, each]) =>
      msg('{0} is the float {1}; slices with it raise a TypeError in Python', String(key), floatText(each)),
    );
}

function floatText(value: Py): string {
  const text = describe(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function hyperparameters(value: Py, call: Call): Hyperparameters {
  if (value.kind === 'dictionary') return toValue(value, call.context) as Hyperparameters;
  throw new LensError(msg('hparameters must be a dictionary, not {0}', describe(value)));
}
