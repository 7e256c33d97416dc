/** `range(start, stop, step)`. */
import type { Call } from '../../library/call/Call';
import { notScalar } from '../../library/call/coerce';
import { typeError, valueError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { PyRange } from '../../value/range';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { asIndex } from '../operations/subscripts';

export function makeRange(call: Call, machine: Machine): Py {
  const bound = (name: string): number => boundOf(asIndex(call.value(name), machine));
  const first = bound('start');
  const hasStop = call.has('stop');
  const stop = hasStop ? bound('stop') : first;
  const step = call.has('step') ? bound('step') : 1;
  if (step === 0) throw valueError('range() arg 3 must not be zero');
  return new PyRange(hasStop ? first : 0, stop, step);
}

function boundOf(value: Py): number {
  if (value.kind === 'number' && !value.dtype.startsWith('float')) return value.value;
  if (value.kind === 'array' && value.shape.length === 0 && !value.dtype.startsWith('float'))
    return value.store.data[value.offset]!;
  if (value.kind === 'array') throw notScalar();
  throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}
