/** PyTorch as a caller, and what its argument lists share. */
import { LensError, msg } from '../../../../message';
import type { Call } from '../../library/call/Call';
import type { Caller } from '../Caller';

/** `name`: as written where the layer was made. `axes`: 1 for sequences. */
export function torchCaller({ callee, range }: Call, name = callee, axes?: 1): Caller {
  return { callee: name, range, notation: 'pytorch', layout: 'nchw', ...(axes && { is1d: true }) };
}

export function unsupportedArgument({ callee, range }: Call, name: string): LensError {
  return new LensError(msg('the argument {0} of {1} is not supported', name, callee), undefined, range);
}
