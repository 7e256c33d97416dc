/** `range(start, stop, step)`. */
import type { Call } from '../../library/call/Call';
import { typeError, valueError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { pyInteger } from '../../value/constructors';
import type { Py, PySequence } from '../../value/Py';

export function makeRange(call: Call): Py {
  const bound = (name: string): number => {
    const value = call.value(name);
    if (value.kind === 'number' && !value.dtype.startsWith('float')) return value.value;
    if (value.kind === 'array' && value.shape.length === 0 && !value.dtype.startsWith('float'))
      return value.store.data[value.offset]!;
    throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  };
  const first = bound('start');
  const [start, stop] = call.has('stop') ? [first, bound('stop')] : [0, first];
  const step = call.has('step') ? bound('step') : 1;
  if (step === 0) throw valueError('range() arg 3 must not be zero');
  return new Range(start, stop, step);
}

/** A class, as an object literal with a getter takes long to make. */
class Range implements PySequence {
  readonly kind = 'range';
  readonly range: NonNullable<PySequence['range']>;
  private made: Py[] | undefined;

  constructor(start: number, stop: number, step: number) {
    this.range = { start, stop, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
  }

  get items(): Py[] {
    const { start, step, count } = this.range;
    return (this.made ??= Array.from({ length: count }, (_, i) => pyInteger(start + i * step)));
  }
}
