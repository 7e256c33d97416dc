/** Compiles `del`. */
import { LensError, msg } from '../../../../../message';
import type { Expression, Statement } from '../../../syntax/tree/ast';
import { deleteAttribute } from '../../interpreter/attributes';
import { NEXT, type Exec, type CallFrame } from '../../machine/CallFrame';
import { deleteItem } from '../../operations/subscripts';
import { compileIndex } from './compileIndex';
import { compileDeleteName } from './compileName';
import type { Unit } from './Unit';

export function compileDelete({ targets }: Extract<Statement, { type: 'delete' }>, unit: Unit): Exec {
  const steps = targets.map((target) => compileTarget(target, unit));
  return (frame) => {
    steps.forEach((step) => step(frame));
    return NEXT;
  };
}

function compileTarget(target: Expression, unit: Unit): (frame: CallFrame) => void {
  const { machine } = unit;
  switch (target.type) {
    case 'name':
      return compileDeleteName(target.name, target.range, unit);
    case 'tuple':
    case 'list': {
      const parts = target.items.map(({ value }) => compileTarget(value, unit));
      return (frame) => parts.forEach((part) => part(frame));
    }
    case 'subscript': {
      const object = unit.expression(target.object);
      const index = compileIndex(target.index, unit);
      return (frame) => {
        const [container, parts] = [object(frame), index(frame)];
        machine.at = target.range;
        deleteItem(container, parts, machine);
      };
    }
    case 'member': {
      const object = unit.expression(target.object);
      const name = unit.scope.attributeName(target.name);
      return (frame) => {
        const owner = object(frame);
        machine.at = target.range;
        deleteAttribute(owner, name, machine);
      };
    }
    default:
      return () => {
        throw new LensError(msg('this cannot be deleted'), undefined, target.range);
      };
  }
}
