/** The argument `order` of functions that reorder or copy elements. */
import type { Order } from '../../array/reshaping';
import { valueError } from '../../runtime/PythonError';
import type { Call } from './Call';

/** `order=`: C where absent. */
export function orderOf(call: Call): Order {
  const order = call.text('order', 'C').toUpperCase();
  if (order === 'C' || order === 'F' || order === 'A' || order === 'K') return order;
  throw valueError(`order must be one of 'C', 'F', 'A', or 'K' (got '${order}')`);
}
