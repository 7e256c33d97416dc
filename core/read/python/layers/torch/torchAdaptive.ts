/** Adaptive pooling as pooling with a fixed window, where the output's size divides the input's. */
import { LensError, msg } from '../../../../message';
import { mapTuple } from '../../../../tuples';
import { isSequence, toInteger } from '../../library/call/coerce';
import type { Call } from '../../library/call/Call';
import type { Py } from '../../value/Py';
import { tapedPool } from '../taped';
import { torchCaller } from './torchCaller';

/** `size`: one number or a pair, None for the input's size. Other windows than equal ones are refused. */
export function adaptive(use: Call, size: Py, mode: 'max' | 'average', name = use.callee): Py {
  const input = use.array('input');
  const wanted = isSequence(size) ? size.items : [size, size];
  const [rows = 1, cols = 1] = input.shape.slice(-2);
  const kernel = mapTuple([rows, cols], (extent, axis) => {
    const out = wanted[axis]?.kind === 'none' ? extent : toInteger(wanted[axis]!);
    if (out >= 1 && extent % out === 0) return extent / out;
    throw new LensError(
      msg('{0} from {1} to {2} cells has windows of unequal size, which is not supported', name, extent, out),
      'kernel',
      use.range,
    );
  });
  const options = { mode, kernel, stride: kernel, ties: 'first' } as const;
  return tapedPool(input, options, torchCaller(use, name), use.context);
}
