/** Sums of windows as average pooling: a sum is an average times the size of its window. */
import { toPair } from '../../../layer/axis';
import type { Pool2dOptions } from '../../../layer/options';
import { msg } from '../../../message';
import { mapOne } from '../array/elementwise';
import type { PyArray } from '../array/PyArray';
import { tapeOf } from '../autograd/Tape';
import type { Call } from '../library/call/Call';
import { UNKNOWN } from '../value/constructors';
import type { Py } from '../value/Py';
import type { Caller } from './Caller';
import { tapedPool } from './taped';

/** Recorded as average pooling; the result is that of the sums. */
export function poolSums(input: PyArray, window: Omit<Pool2dOptions, 'mode'>, caller: Caller, { context }: Call): Py {
  const [rows, cols] = toPair(window.kernel);
  const count = rows * cols;
  const note = msg(
    '{0} adds the cells of a window: average pooling shows each sum divided by {1}',
    caller.callee,
    count,
  );
  const options = { mode: 'average', ...window, countIncludePad: true } as const;
  const averages = tapedPool(input, options, caller, context, [note]);
  if (averages.kind !== 'array') return UNKNOWN;
  const times = (array: PyArray) => mapOne(array, array.dtype, (value) => value * count, context);
  const sums = times(averages);
  tapeOf(context).record(sums, {
    name: caller.callee,
    inputs: [averages],
    gradients: (gradient) => [times(gradient)],
  });
  return sums;
}
