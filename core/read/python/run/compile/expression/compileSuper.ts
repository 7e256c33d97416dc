/** Compiles `super()` and `super(Class, self)`. */
import { mapTuple, tuple2 } from '../../../../../tuples';
import type { TextRange } from '../../../../ParseResult';
import { PythonError, typeError } from '../../../runtime/PythonError';
import type { Expression } from '../../../syntax/tree/ast';
import { typeName } from '../../../value/typeName';
import type { CallFrame, Code } from '../../machine/CallFrame';
import type { Unit } from '../target/Unit';

type Call = Extract<Expression, { type: 'call' }>;

/** Undefined for another call. */
export function compileSuper({ callee, args, range }: Call, unit: Unit): Code | undefined {
  if (callee.type !== 'name' || callee.name !== 'super') return undefined;
  if (args.length === 0) return compileOwnSuper(range, unit);
  return args.length === 2 ? compileNamedSuper(args, range, unit) : undefined;
}

/** `super()` in a method: the class whose body defines it, and its first parameter. */
function compileOwnSuper(range: TextRange, { machine, scope }: Unit): Code {
  return (frame) => {
    let [at, names]: [CallFrame, typeof scope] = [frame, scope];
    while (names.kind === 'function' && names.owner === undefined && at.parent && names.parent)
      [at, names] = [at.parent, names.parent];
    const owner = names.owner?.made;
    const self = at.slots[0];
    machine.at = range;
    if (!owner || !self || (self.kind !== 'instance' && self.kind !== 'class'))
      throw new PythonError('RuntimeError', 'super(): no arguments');
    return { kind: 'super', self, after: owner };
  };
}

/** `super(Class, self)`. */
function compileNamedSuper(args: Call['args'], range: TextRange, unit: Unit): Code {
  const [type, object] = mapTuple(tuple2(args), ({ value }) => unit.expression(value));
  return (frame) => {
    const [after, self] = [type(frame), object(frame)];
    unit.machine.at = range;
    if (after.kind !== 'class') throw typeError(`super() argument 1 must be type, not ${typeName(after)}`);
    if (self.kind !== 'instance' && self.kind !== 'class')
      throw typeError('super(type, obj): obj must be an instance or subtype of type');
    return { kind: 'super', self, after };
  };
}
