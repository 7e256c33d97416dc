/** Functions of "Dive into Deep Learning", chapter 7: cross-correlations and pooling of 2-D images and of (C, H, W). */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { expandAxis, reshapeTo } from '../../array/reshaping';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { Py } from '../../value/Py';
import type { Caller } from '../Caller';
import { pairArgument } from '../arguments';
import { applyConvolution, placedAt, pool } from '../forward';
import { transposeConvolve } from '../transpose';

/** By name: signature and implementation. */
export const D2L: FunctionTable = {
  corr2d: ['X K', corr2d],
  corr2d_multi_in: ['X K', (call) => multiChannel(call, expandAxis(call.array('K'), 0), true)],
  corr2d_multi_in_out: ['X K', (call) => multiChannel(call, call.array('K'), false)],
  corr2d_multi_in_out_1x1: ['X K', (call) => multiChannel(call, onePixel(call), false)],
  pool2d: ['X pool_size mode?', pool2d],
};

/** Known where the text does not define it. */
export const D2L_TRANSPOSED: FunctionTable = {
  trans_conv: [
    'X K',
    (call) => {
      const [input, filter] = [call.array('X'), call.array('K')];
      const request = { input, filter, bias: undefined, options: { stride: 1, padding: 0 } } as const;
      return placedAt(call.range, () => transposeConvolve(request, caller(call, input, true), call.context));
    },
  ],
};

function caller({ callee, range }: Call, array: PyArray, planar: boolean): Caller {
  const notation = array.notation ?? 'numpy';
  return { callee, range, notation, layout: 'nchw', filterLayout: 'oihw', ...(planar && { planar }) };
}

function corr2d(call: Call): Py {
  const [input, filter] = [call.array('X'), call.array('K')];
  const request = { input, filter, bias: undefined, options: {} };
  return placedAt(call.range, () => applyConvolution(request, caller(call, input, true), call.context));
}

/** X (C, H, W), K (filters, C, f_H, f_W); `single`: the only output channel has no axis. */
function multiChannel(call: Call, filter: PyArray, single: boolean): Py {
  const input = call.array('X');
  const request = { input, filter, bias: undefined, options: {} };
  const result = placedAt(call.range, () => applyConvolution(request, caller(call, input, false), call.context));
  return single && result.kind === 'array' ? reshapeTo(result, result.shape.slice(1), call.context) : result;
}

/** The function computes a matrix product: K has the shape (filters, C, 1, 1). */
function onePixel(call: Call): PyArray {
  const filter = call.array('K');
  const [filters = 0, channels = 0] = filter.shape;
  if (sizeOf(filter.shape) === filters * channels) return reshapeTo(filter, [filters, channels, 1, 1], call.context);
  throw new LensError(msg('{0} needs a 1 × 1 kernel', call.callee), 'filter', call.range);
}

function pool2d(call: Call): Py {
  const input = call.array('X');
  const mode = call.text('mode', 'max');
  if (mode !== 'max' && mode !== 'avg')
    throw new LensError(msg("mode must be 'max' or 'avg', not {0}", JSON.stringify(mode)), 'mode', call.range);
  const options = {
    mode: mode === 'max' ? 'max' : 'average',
    kernel: pairArgument(call, 'pool_size'),
    stride: 1,
  } as const;
  return placedAt(call.range, () => pool(input, options, caller(call, input, true), call.context));
}
