/** Compiles the index of a subscript. */
import { typeError } from '../../runtime/PythonError';
import type { Expression, Index, SliceExpression } from '../../syntax/ast';
import type { Py } from '../../value/Py';
import type { Code, CallFrame } from '../machine/CallFrame';
import type { Machine } from '../machine/Machine';
import type { IndexValue } from '../machine/IndexValue';
import type { Unit } from './Unit';

export function compileIndex({ items, many }: Index, unit: Unit): (frame: CallFrame) => IndexValue {
  const parts = items.map((item) => (item.type === 'slice' ? compileSlice(item, unit) : unit.expression(item)));
  const [only] = parts;
  if (!many && only) {
    return (frame) => {
      const value = only(frame);
      // x[(1, 2)] is x[1, 2].
      return value.kind === 'tuple'
        ? { parts: value.items, many: true, key: value }
        : { parts: [value], many: false, key: value };
    };
  }
  return (frame) => {
    const values = new Array<Py>(parts.length);
    for (let i = 0; i < parts.length; i++) values[i] = parts[i]!(frame);
    return { parts: values, many: true };
  };
}

function compileSlice({ start, stop, step, range }: SliceExpression, unit: Unit): Code {
  const { machine } = unit;
  const compiled = (part: Expression | undefined): Code | undefined => part && unit.expression(part);
  const from = compiled(start);
  const to = compiled(stop);
  const by = compiled(step);
  if (!from && !to && !by) return () => WHOLE;
  return (frame) => {
    const first = from?.(frame);
    const last = to?.(frame);
    const stride = by?.(frame);
    machine.at = range;
    return { kind: 'slice', start: bound(first, machine), stop: bound(last, machine), step: bound(stride, machine) };
  };
}

/** The slice `:`. */
const WHOLE: Py = { kind: 'slice', start: undefined, stop: undefined, step: undefined };

/** Throws a TypeError for a bound that is not an integer. */
function bound(value: Py | undefined, machine: Machine): number | undefined {
  if (value === undefined || value.kind === 'none') return undefined;
  if (value.kind === 'number' && !value.dtype.startsWith('float')) return value.value;
  if (value.kind === 'array' && value.shape.length === 0 && !value.dtype.startsWith('float'))
    return value.store.data[value.offset]!;
  if (value.kind === 'instance') {
    const method = value.class.order.find(({ members }) => members.has('__index__'))?.members.get('__index__');
    if (method) return bound(machine.call(method, [value]), machine);
  }
  throw typeError('slice indices must be integers or None or have an __index__ method');
}
