/** Sums of windows as average pooling: a sum is an average times the size of its window. */
import { toPair } from '../../../layer/axis';
import type { Pool2dOptions } from '../../../layer/options';
import { msg } from '../../../message';
import { mapOne } from '../array/elementwise';
import type { PyArray } from '../array/PyArray';
import type { Call } from '../library/call/Call';
import { UNKNOWN } from '../value/constructors';
import type { Py } from '../value/Py';
import type { Caller } from './Caller';
import { pool } from './forward';

/** Recorded as average pooling; the result is that of the sums. */
export function poolSums(input: PyArray, window: Omit<Pool2dOptions, 'mode'>, caller: Caller, { context }: Call): Py {
  const [rows, cols] = toPair(window.kernel);
  const count = rows * cols;
  const note = msg(
    '{0} adds the cells of a window: average pooling shows each sum divided by {1}',
    caller.callee,
    count,
  );
  const averages = pool(input, { mode: 'average', ...window, countIncludePad: true }, caller, context, [note]);
  return averages.kind === 'array' ? mapOne(averages, averages.dtype, (value) => value * count, context) : UNKNOWN;
}
