/** Records ReLU: max(0, Z), element by element. */
import type { NdArray } from '../../../array/NdArray';
import type { LayerCall } from '../../LayerCall';
import { mapOne } from '../array/elementwise';
import { publish, type PyArray } from '../array/PyArray';
import type { Context } from '../runtime/Context';
import type { Py } from '../value/Py';
import { inputToNhwc, type Caller } from './Caller';
import { MATHEMATICS } from '../library/mathematics/mathematics';
import type { FunctionTable } from '../library/call/Call';
import { toArray } from '../library/call/coerce';
import { record } from './forward';

export function rectify(input: PyArray, caller: Caller, context: Context): PyArray {
  recordRelu(input, caller, context);
  return mapOne(input, input.dtype, (value) => (value < 0 ? 0 : value), context);
}

const [signature, maximum] = MATHEMATICS['maximum']!;

/** NumPy's way of writing ReLU: `np.maximum(0, Z)`. */
export const NUMPY_RELU: FunctionTable = {
  maximum: [
    signature,
    (call) => {
      const result = maximum(call);
      const [a, b] = [call.value('x1'), call.value('x2')];
      const input = isZero(a) ? b : isZero(b) ? a : undefined;
      if ((input?.kind === 'array' || input?.kind === 'list') && call.lacks('out')) {
        const { callee, range, context } = call;
        recordRelu(toArray(input, context), { callee, range, notation: 'numpy', layout: 'nhwc' }, context);
      }
      return result;
    },
  ],
};

function isZero(value: Py): boolean {
  return value.kind === 'number' && value.value === 0;
}

function recordRelu(input: PyArray, caller: Caller, context: Context): void {
  const image = input.shape.length === 4 || input.shape.length === 3;
  const Z = image ? inputToNhwc(input, caller, context) : publish(input, context);
  record(context, caller, { operation: 'relu_forward', arrays: { Z }, options: {} });
}

/** What the call of a ReLU is given; undefined for other calls. */
export function reluInput(call: LayerCall | undefined): NdArray | undefined {
  return call?.operation === 'relu_forward' ? call.arrays.Z : undefined;
}
