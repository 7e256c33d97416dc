/** Items of the value that a loop, an unpacking or `list(…)` iterates over. */
import { LensError, msg } from '../../../../message';
import { arrayOfParameter } from '../../library/call/coerce';
import { scalarOf } from '../../library/call/scalarOf';
import { PythonError, typeError } from '../../runtime/PythonError';
import { keysOf } from '../../value/hashKey';
import { typeName } from '../../value/typeName';
import { pyInteger } from '../../value/constructors';
import type { Py, PyDictionary, PySequence } from '../../value/Py';
import type { PyArray } from '../../array/PyArray';
import { MAX_STEPS, type Context } from '../../runtime/Context';
import { Unavailable } from '../../runtime/Unavailable';
import { gridItem } from './plotGrid';
import type { Machine } from '../machine/Machine';
import { tapeItem } from './gradient/gradients';
import { findMember } from '../objects/classes';

/** Bounds the memory of the items too. */
const WORK_PER_ITEM = 40;

/** All items. Throws a TypeError for what has none. */
export function iterate(value: Py, machine: Machine): Py[] {
  if (value.kind === 'list' || value.kind === 'tuple') {
    const { items } = value;
    requireSteps(items.length);
    machine.context.spend(items.length);
    return [...items];
  }
  const items: Py[] = [];
  const next = iteratorOf(value, machine);
  for (let item = next(); item !== undefined; item = next()) {
    items.push(item);
    requireSteps(items.length);
    machine.context.spend(WORK_PER_ITEM);
  }
  return items;
}

/** The items of `*value`. */
export function spreadItems(value: Py, machine: Machine): Py[] {
  if (value.kind === 'number' || value.kind === 'none')
    throw typeError(`Value after * must be an iterable, not ${typeName(value)}`);
  return iterate(value, machine);
}

/** Gives one item at each call, then undefined. A list that grows meanwhile gives its new items too. */
export function iteratorOf(value: Py, machine: Machine): () => Py | undefined {
  switch (value.kind) {
    case 'range':
      return rangeItems(value);
    case 'list':
    case 'tuple': {
      const { items, source } = value;
      if (source) return unlessResized(source, each(items, machine.context));
      let at = 0;
      return () => items[at++];
    }
    case 'iterator':
      return value.next;
    case 'array':
      return arrayItems(value, machine);
    case 'text':
      return each(
        Array.from(value.value, (character): Py => ({ kind: 'text', value: character })),
        machine.context,
      );
    case 'dictionary':
      return unlessResized(value, each(keysOf(value), machine.context));
    case 'set':
      return each(
        value.entries.pairs.map(([, item]) => item),
        machine.context,
      );
    case 'class':
      if (!value.enumeration) throw typeError(`'type' object is not iterable`);
      return each(value.enumeration, machine.context);
    case 'layer': {
      const parameter = arrayOfParameter(value);
      if (parameter) return arrayItems(parameter, machine);
      if (!value.iterable || !value.items) throw typeError(`'${typeName(value)}' object is not iterable`);
      return each(value.items, machine.context);
    }
    case 'instance':
      return instanceItems(value, machine);
    case 'namespace':
      if (value.grid) return each(new Array<Py>(value.grid[0]!).fill(gridItem(value)), machine.context);
      machine.missing.add(value.path);
      throw new Unavailable();
    case 'unknown':
      throw new Unavailable();
    default:
      throw typeError(`'${typeName(value)}' object is not iterable`);
  }
}

function unlessResized({ entries }: PyDictionary, items: () => Py | undefined): () => Py | undefined {
  const { size } = entries;
  return () => {
    const item = items();
    if (item && entries.size !== size)
      throw new PythonError('RuntimeError', 'dictionary changed size during iteration');
    return item;
  };
}

function requireSteps(count: number): void {
  if (count > MAX_STEPS) throw tooMany(count);
}

function tooMany(count: number): LensError {
  return new LensError(msg('{0} steps are more than the {1} that are run', count, MAX_STEPS));
}

function each(items: readonly Py[], context: Context): () => Py | undefined {
  requireSteps(items.length);
  context.spend(items.length);
  let at = 0;
  return () => items[at++];
}

function rangeItems({ range }: PySequence): () => Py | undefined {
  const { start, step, count } = range!;
  let at = 0;
  return () => {
    if (at >= count) return undefined;
    if (at >= MAX_STEPS) throw tooMany(count);
    return pyInteger(start + step * at++);
  };
}

function arrayItems(array: PyArray, machine: Machine): () => Py | undefined {
  const [length, ...shape] = array.shape;
  if (length === undefined) throw typeError('iteration over a 0-d array');
  const [stride, ...strides] = array.strides;
  let at = 0;
  return () => {
    if (at >= length) return undefined;
    const index = at++;
    const item = scalarOf({ ...array, offset: array.offset + index * stride!, shape, strides });
    if (machine.tape.active) tapeItem(array, () => [{ kind: 'integer', value: index }], item, machine);
    return item;
  };
}

/** `__iter__` and `__next__`, or `__getitem__` with 0, 1, … */
function instanceItems(value: Extract<Py, { kind: 'instance' }>, machine: Machine): () => Py | undefined {
  const next = findMember(value.class, '__next__');
  const iter = findMember(value.class, '__iter__');
  if (iter) {
    const made = machine.call(iter, [value]);
    if (made !== value) return iteratorOf(made, machine);
  }
  if (next) return () => untilError('StopIteration', machine, () => machine.call(next, [value]));
  const getItem = findMember(value.class, '__getitem__');
  if (!getItem) throw typeError(`'${value.class.name}' object is not iterable`);
  let at = 0;
  return () => untilError('IndexError', machine, () => machine.call(getItem, [value, pyInteger(at++)]));
}

function untilError(type: string, machine: Machine, run: () => Py): Py | undefined {
  const { at } = machine;
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PythonError) || error.type !== type) throw error;
    machine.at = at;
    return undefined;
  }
}
