/** Reading, writing and deleting names. */
import type { TextRange } from '../../../../ParseResult';
import { PythonError } from '../../../runtime/PythonError';
import { UNKNOWN } from '../../../value/constructors';
import type { Py } from '../../../value/Py';
import type { Code, CallFrame, Store } from '../../machine/CallFrame';
import type { Unit } from './Unit';

export function compileName(name: string, range: TextRange, { machine, scope }: Unit): Code {
  const place = scope.resolve(name);
  const globals = machine.globals;
  const cell = globals.cell(name);
  const readGlobal = (): Py => {
    machine.at = range;
    const value = cell.value ?? globals.fallback(cell, machine.context);
    return value === UNKNOWN ? machine.unknown() : value;
  };
  if (place.type === 'global') return readGlobal;
  const { depth, index } = place;
  const inClass = scope.kind === 'class' && depth === 0;
  const other = (value: Py | undefined): Py => {
    if (value === UNKNOWN) return machine.unknown();
    if (inClass) return readGlobal();
    machine.at = range;
    throw unbound(name, depth);
  };
  // Names of the function itself are most of those that are read: the shortest way, which calls nothing.
  if (depth === 0)
    return (frame) => {
      const value = frame.slots[index];
      return value === undefined || value === UNKNOWN ? other(value) : value;
    };
  return (frame) => {
    const value = ancestor(frame, depth).slots[index];
    return value === undefined || value === UNKNOWN ? other(value) : value;
  };
}

export function compileStoreName(name: string, { machine, scope }: Unit): Store {
  const place = scope.resolve(name);
  if (place.type === 'slot') {
    const { depth, index } = place;
    if (depth === 0) return (frame, value) => void (frame.slots[index] = value);
    return (frame, value) => void (ancestor(frame, depth).slots[index] = value);
  }
  const cell = machine.globals.cell(name);
  return (_, value, range) => {
    cell.value = value;
    cell.range = range;
  };
}

/** Makes the name undefined, also where it is already. */
export function compileForgetName(name: string, { machine, scope }: Unit): (frame: CallFrame) => void {
  const place = scope.resolve(name);
  const cell = machine.globals.cell(name);
  return (frame) => {
    if (place.type === 'slot') ancestor(frame, place.depth).slots[place.index] = undefined;
    else cell.value = undefined;
  };
}

export function compileDeleteName(
  name: string,
  range: TextRange,
  { machine, scope }: Unit,
): (frame: CallFrame) => void {
  const place = scope.resolve(name);
  const cell = machine.globals.cell(name);
  return (frame) => {
    const slots = place.type === 'slot' ? ancestor(frame, place.depth).slots : undefined;
    const value = place.type === 'slot' ? slots![place.index] : cell.value;
    if (value === undefined) {
      machine.at = range;
      throw place.type === 'slot'
        ? unbound(name, place.depth)
        : new PythonError('NameError', `name '${name}' is not defined`);
    }
    if (place.type === 'slot') slots![place.index] = undefined;
    else cell.value = undefined;
  };
}

function ancestor(frame: CallFrame, depth: number): CallFrame {
  let found = frame;
  for (let i = 0; i < depth; i++) found = found.parent!;
  return found;
}

function unbound(name: string, depth: number): PythonError {
  return depth === 0
    ? new PythonError(
        'UnboundLocalError',
        `cannot access local variable '${name}' where it is not associated with a value`,
      )
    : new PythonError(
        'NameError',
        `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
      );
}
