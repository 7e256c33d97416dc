/** `range(start, stop, step)`. */
import type { Call } from '../../library/call/Call';
import { notScalar } from '../../library/call/coerce';
import { typeError, valueError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { PyRange } from '../../value/range';
import type { Py } from '../../value/Py';

export function makeRange(call: Call): Py {
  const first = bound(call, 'start');
  const hasStop = call.has('stop');
  const stop = hasStop ? bound(call, 'stop') : first;
  const step = call.has('step') ? bound(call, 'step') : 1;
  if (step === 0) throw valueError('range() arg 3 must not be zero');
  return new PyRange(hasStop ? first : 0, stop, step);
}

function bound(call: Call, name: string): number {
  const value = call.value(name);
  if (value.kind === 'number' && !value.dtype.startsWith('float')) return value.value;
  if (value.kind === 'array' && value.shape.length === 0 && !value.dtype.startsWith('float'))
    return value.store.data[value.offset]!;
  if (value.kind === 'array') throw notScalar();
  throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}
