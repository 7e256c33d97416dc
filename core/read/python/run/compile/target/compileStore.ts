/** Compiles assignment targets. */
import { LensError, msg } from '../../../../../message';
import { typeError, valueError } from '../../../runtime/PythonError';
import { isWithoutEffect } from '../../../modules/namespaces';
import { typeName } from '../../../value/typeName';
import type { Expression } from '../../../syntax/tree/ast';
import type { Py } from '../../../value/Py';
import { setAttribute } from '../../interpreter/attributes';
import type { Store } from '../../machine/CallFrame';
import { iterate } from '../../operations/iterate';
import type { Machine } from '../../machine/Machine';
import { setItemOf } from '../../operations/subscripts';
import { compileIndex } from './compileIndex';
import { compileStoreName } from './compileName';
import type { Unit } from './Unit';

export function compileStore(target: Expression, unit: Unit): Store {
  const { machine } = unit;
  switch (target.type) {
    case 'name':
      return compileStoreName(target.name, unit);
    case 'list':
    case 'tuple':
      return compileUnpack(target, unit);
    case 'subscript': {
      const object = unit.expression(target.object);
      const index = compileIndex(target.index, unit);
      return (frame, value) => {
        const container = object(frame);
        const parts = index(frame);
        machine.at = target.range;
        setItemOf(container, parts, value, machine);
      };
    }
    case 'member': {
      const object = unit.expression(target.object);
      const name = unit.scope.attributeName(target.name);
      return (frame, value) => {
        const owner = object(frame);
        machine.at = target.range;
        setAttribute(owner, name, value, machine);
      };
    }
    default:
      return () => {
        throw new LensError(msg('this cannot be assigned to'), undefined, target.range);
      };
  }
}

function compileUnpack({ items, range }: Extract<Expression, { type: 'list' | 'tuple' }>, unit: Unit): Store {
  const stores = items.map(({ value }) => compileStore(value, unit));
  const star = items.findIndex(({ spread }) => spread);
  const { machine } = unit;
  return (frame, value, place) => {
    machine.at = range;
    const parts = partsOf(value, stores.length, star, machine);
    stores.forEach((store, index) => store(frame, parts[index]!, place));
  };
}

/** One value for each target. */
function partsOf(value: Py, count: number, star: number, machine: Machine): Py[] {
  if (value.kind === 'namespace' && isWithoutEffect(value.path)) return new Array<Py>(count).fill(value);
  if (value.kind === 'unknown') return new Array<Py>(count).fill(machine.unknown());
  if (value.kind === 'number' || value.kind === 'none' || value.kind === 'function')
    throw typeError(`cannot unpack non-iterable ${typeName(value)} object`);
  const items = iterate(value, machine);
  const needed = star < 0 ? count : count - 1;
  if (items.length < needed) {
    const atLeast = star < 0 ? '' : 'at least ';
    throw valueError(`not enough values to unpack (expected ${atLeast}${needed}, got ${items.length})`);
  }
  if (star < 0) {
    if (items.length > count) throw valueError(`too many values to unpack (expected ${count})`);
    return items;
  }
  const extra = items.length - needed;
  return [
    ...items.slice(0, star),
    { kind: 'list', items: items.slice(star, star + extra) },
    ...items.slice(star + extra),
  ];
}
