/** What `mode=` makes of an index outside of an axis. */
import { valueError } from '../../runtime/PythonError';
import type { Call } from './Call';

/** `clip` takes the nearest index, `wrap` counts on from the other end, `raise` leaves the index to the caller's check. */
export function indexByMode(call: Call, extent: number): (index: number) => number {
  const mode = call.text('mode', 'raise');
  switch (mode) {
    case 'clip':
      return (index) => Math.min(Math.max(index, 0), extent - 1);
    case 'wrap':
      return (index) => ((index % extent) + extent) % extent;
    case 'raise':
      return (index) => index;
    default:
      throw valueError(`clipmode must be one of 'clip', 'raise', or 'wrap' (got '${mode}')`);
  }
}
