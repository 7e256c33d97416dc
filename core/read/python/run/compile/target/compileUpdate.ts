/** Compiles augmented assignment: `x += 1` changes arrays, lists and sets in place. */
import type { Statement } from '../../../syntax/tree/ast';
import type { Py } from '../../../value/Py';
import { attributeOf, setAttribute } from '../../interpreter/attributes';
import { NEXT, type Exec } from '../../machine/CallFrame';
import { operateInPlace } from '../../operations/inPlace';
import { itemOf, setItemOf } from '../../operations/subscripts';
import { compileIndex } from './compileIndex';
import { compileName, compileStoreName } from './compileName';
import { compileStore } from './compileStore';
import type { Unit } from './Unit';

type Update = Extract<Statement, { type: 'update' }>;

export function compileUpdate(statement: Update, unit: Unit): Exec {
  const { target, range } = statement;
  const { machine } = unit;
  switch (target.type) {
    case 'name': {
      const read = compileName(target.name, target.range, unit);
      const store = compileStoreName(target.name, unit);
      const operate = operation(statement, unit);
      return (frame) => {
        const current = read(frame);
        store(frame, operate(frame, current), range);
        return NEXT;
      };
    }
    case 'subscript': {
      const object = unit.expression(target.object);
      const index = compileIndex(target.index, unit);
      const operate = operation(statement, unit);
      return (frame) => {
        const container = object(frame);
        const parts = index(frame);
        machine.at = target.range;
        const item = itemOf(container, parts, machine);
        const result = operate(frame, item);
        // A view was changed in place, and the container with it.
        if (
          result === item &&
          result.kind === 'array' &&
          container.kind === 'array' &&
          result.store === container.store
        )
          return NEXT;
        setItemOf(container, parts, result, machine);
        return NEXT;
      };
    }
    case 'member': {
      const object = unit.expression(target.object);
      const operate = operation(statement, unit);
      const name = unit.scope.attributeName(target.name);
      return (frame) => {
        const owner = object(frame);
        machine.at = target.range;
        const result = operate(frame, attributeOf(owner, name, machine));
        setAttribute(owner, name, result, machine);
        return NEXT;
      };
    }
    default:
      return (frame) => {
        compileStore(target, unit)(frame, { kind: 'none' }, range);
        return NEXT;
      };
  }
}

function operation({ operator, value, range }: Update, unit: Unit): (frame: Parameters<Exec>[0], current: Py) => Py {
  const { machine } = unit;
  const right = unit.expression(value);
  return (frame, current) => {
    const operand = right(frame);
    machine.at = range;
    return operateInPlace(operator, current, operand, machine);
  };
}
