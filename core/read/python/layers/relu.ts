/** Records ReLU: max(0, Z), element by element. */
import { mapOne } from '../array/elementwise';
import { publish, type PyArray } from '../array/PyArray';
import type { Context } from '../run/Context';
import { toNhwc, type Caller } from './Caller';
import { record } from './forward';

export function rectify(input: PyArray, caller: Caller, context: Context): PyArray {
  const image = input.shape.length === 4 || input.shape.length === 3;
  const Z = image ? toNhwc(input, caller, context) : publish(input, context);
  record(context, caller, 'relu_forward', { Z }, {});
  return mapOne(input, input.dtype, (value) => (value < 0 ? 0 : value), context);
}
