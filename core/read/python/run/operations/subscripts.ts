/** `value[index]`: read, assigned and deleted. */
import { LensError, msg } from '../../../../message';
import { basicItem, placeOf } from './basicIndex';
import { getItem, setItem, writeView } from '../../array/indexing';
import { resolveSlice, type PySlice } from '../../array/slices';
import type { IndexPart } from '../../array/IndexPart';
import { isFloatStore, writable, type PyArray } from '../../array/PyArray';
import { toArray } from '../../library/call/coerce';
import { indexedNamespace } from '../../library/grids';
import { isWithoutEffect } from '../../modules/namespaces';
import { scalarOf } from '../../library/call/scalarOf';
import { isTensor } from '../../library/ufunc/applyUfunc';
import { PythonError, typeError } from '../../runtime/PythonError';
import { deleteEntry, hashKey, setEntry } from '../../value/hashKey';
import { typeName } from '../../value/typeName';
import { integer, tuple } from '../../value/constructors';
import type { Py, PyDictionary, PySequence } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import type { Context } from '../../runtime/Context';
import { tapeItem } from './gradients';
import { iterate } from './iterate';
import type { IndexValue } from '../machine/IndexValue';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { keyError } from './exceptions';

export function itemOf(value: Py, index: IndexValue, machine: Machine): Py {
  const { context } = machine;
  if (value.kind === 'array') {
    const found = basicArrayItem(value, index.parts);
    if (found) {
      if (machine.tape.active) tapeItem(value, () => partsOf(index.parts, context), found, machine);
      machine.tracer?.item(value, index, found);
      return found;
    }
  }
  if (index.parts.some(isUnknown)) return machine.unknown();
  switch (value.kind) {
    case 'array': {
      const parts = partsOf(index.parts, context);
      const item = getItem(value, parts, context);
      // A TensorFlow variable's element can be assigned to.
      const single = value.notation !== 'tensorflow' && parts.every(({ kind }) => kind === 'integer');
      const found = single ? scalarOf(item) : item;
      if (machine.tape.active) tapeItem(value, () => parts, found, machine);
      machine.tracer?.item(value, index, found);
      return found;
    }
    case 'list':
    case 'tuple':
    case 'range':
      return sequenceItem(value, keyOf(index), machine);
    case 'text':
      return textItem(value.value, keyOf(index), context);
    case 'dictionary': {
      const key = keyOf(index);
      const found = value.entries.get(hashKey(key));
      if (found) return found;
      const made = missingEntry(value, machine);
      if (!made) throw keyError(key, machine);
      if (value.type === 'defaultdict') setEntry(value, key, made);
      return made;
    }
    case 'instance': {
      const method = findMember(value.class, '__getitem__');
      if (method) return machine.call(method, [value, keyOf(index)]);
      break;
    }
    case 'iterator': {
      const key = keyOf(index);
      const found = key.kind === 'number' && key.value === 0 ? value.member?.('[0]') : undefined;
      if (found) return found;
      break;
    }
    case 'layer':
      if (value.item) return value.item(partsOf(index.parts, context));
      return value.items
        ? sequenceItem({ kind: 'list', items: [...value.items] }, keyOf(index), machine)
        : itemOf(toArray(value, context), index, machine);
    case 'namespace':
      return indexedNamespace(value.path, index.parts, context) ?? { kind: 'namespace', path: `${value.path}[]` };
    case 'unknown':
      return machine.unknown();
    default:
  }
  throw typeError(`'${typeName(value)}' object is not subscriptable`);
}

export function setItemOf(target: Py, index: IndexValue, value: Py, machine: Machine): void {
  const { context } = machine;
  if (target.kind === 'array' && assignedBasic(target, index.parts, value, context)) {
    machine.tape.changed(target, '[…] =');
    machine.tracer?.wroteItem(target, index, value);
    return;
  }
  if (target.kind !== 'unknown' && index.parts.some(isUnknown)) throw new Unavailable();
  switch (target.kind) {
    case 'array':
      setItem(target, partsOf(index.parts, context), toArray(value, context), context);
      machine.tape.changed(target, '[…] =');
      machine.tracer?.wroteItem(target, index, value);
      return;
    case 'namespace':
      if (isWithoutEffect(target.path)) return;
      break;
    case 'dictionary':
      setEntry(target, keyOf(index), value);
      return;
    case 'list': {
      const key = keyOf(index);
      delete target.array;
      if (key.kind === 'slice') setSlice(target, key, value, machine);
      else target.items[position(key, target, 'list assignment index out of range')] = value;
      return;
    }
    case 'instance': {
      const method = findMember(target.class, '__setitem__');
      if (!method) break;
      machine.call(method, [target, keyOf(index), value]);
      return;
    }
    case 'unknown':
      machine.unknown();
      return;
    case 'layer': {
      const parameter = target.parameter && target.weights[target.parameter];
      if (!parameter) break;
      setItemOf(parameter, index, value, machine);
      return;
    }
    default:
  }
  if (target.kind === 'layer' || target.kind === 'namespace')
    throw new LensError(msg('items of {0} cannot be assigned', typeName(target)));
  throw typeError(`'${typeName(target)}' object does not support item assignment`);
}

export function deleteItem(target: Py, index: IndexValue, machine: Machine): void {
  const key = keyOf(index);
  if (target.kind === 'dictionary') {
    if (!deleteEntry(target, key)) throw keyError(key, machine);
    return;
  }
  if (target.kind !== 'list') throw typeError(`'${typeName(target)}' object doesn't support item deletion`);
  delete target.array;
  if (key.kind !== 'slice') {
    target.items.splice(position(key, target, 'list assignment index out of range'), 1);
    return;
  }
  const { start, step, count } = resolveSlice(key, target.items.length);
  const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
  const kept = target.items.filter((_, i) => !gone.has(i));
  target.items.splice(0, target.items.length, ...kept);
}

/** Undefined where the index is not made of whole numbers and slices. */
function basicArrayItem(array: PyArray, parts: readonly Py[]): Py | undefined {
  const place = isTensor(array) ? -1 : placeOf(array, parts);
  if (place >= 0) return { kind: 'number', value: array.store.data[place]!, dtype: array.dtype, numpy: true };
  return isTensor(array) && parts.length === array.shape.length ? undefined : basicItem(array, parts);
}

/** Whether the assignment is of the common kind and done: one number to one element, or a value to a view. */
function assignedBasic(target: PyArray, parts: readonly Py[], value: Py, context: Context): boolean {
  const place = placeOf(target, parts);
  if (place >= 0) {
    if (value.kind !== 'number' || !isFloatStore(target.dtype)) return false;
    writable(target, context)[place] = value.value;
    return true;
  }
  if (value.kind !== 'array') return false;
  const view = basicItem(target, parts);
  if (view) writeView(view, value, context);
  return view !== undefined;
}

/** Value of a key that a dictionary of `collections` lacks. */
function missingEntry({ type, factory }: PyDictionary, machine: Machine): Py | undefined {
  if (type === 'Counter') return integer(0);
  return type === 'defaultdict' && factory && factory.kind !== 'none' ? machine.call(factory, []) : undefined;
}

function isUnknown({ kind }: Py): boolean {
  return kind === 'unknown';
}

/** The index as one value: `x[1, 2]` has the key (1, 2). */
function keyOf({ parts, many, key }: IndexValue): Py {
  return key ?? (many ? tuple([...parts]) : parts[0]!);
}

function sequenceItem(value: PySequence, index: Py, { context }: Machine): Py {
  if (value.view !== undefined && value.kind === 'list') throw typeError(`'${value.view}' object is not subscriptable`);
  if (index.kind === 'slice') return slicedSequence(value, index, context);
  if (value.range) {
    const { start, step, count } = value.range;
    return {
      kind: 'number',
      value: start + step * positionIn(index, count, 'range', 'range object index out of range'),
      dtype: 'int64',
    };
  }
  return value.items[position(index, value, `${value.kind} index out of range`)]!;
}

function slicedSequence({ items, kind, range, view }: PySequence, index: PySlice, context: Context): Py {
  const { start, step, count } = resolveSlice(index, items.length);
  context.spend(count);
  const made = Array.from({ length: count }, (_, i) => items[start + i * step]!);
  return { kind: range ? 'list' : kind, items: made, ...(view === 'torch.Size' && { view }) };
}

function textItem(value: string, index: Py, context: Context): Py {
  const characters = Array.from(value);
  context.spend(characters.length);
  if (index.kind !== 'slice')
    return {
      kind: 'text',
      value: characters[positionIn(index, characters.length, 'string', 'string index out of range')]!,
    };
  const { start, step, count } = resolveSlice(index, characters.length);
  return { kind: 'text', value: Array.from({ length: count }, (_, i) => characters[start + i * step]!).join('') };
}

function setSlice(target: PySequence, index: PySlice, value: Py, machine: Machine): void {
  const items = iterate(value, machine);
  const { start, step, count } = resolveSlice(index, target.items.length);
  if (step === 1) {
    target.items.splice(start, count, ...items);
    return;
  }
  if (items.length !== count) {
    throw new PythonError(
      'ValueError',
      `attempt to assign sequence of size ${items.length} to extended slice of size ${count}`,
    );
  }
  items.forEach((item, i) => (target.items[start + i * step] = item));
}

function position(index: Py, { items, kind }: PySequence, message: string): number {
  return positionIn(index, items.length, kind, message);
}

function positionIn(index: Py, length: number, kind: string, message: string): number {
  const value = wholeNumber(index, kind);
  const at = value < 0 ? value + length : value;
  if (at < 0 || at >= length) throw new PythonError('IndexError', message);
  return at;
}

function wholeNumber(index: Py, kind: string): number {
  if (index.kind === 'number' && !index.dtype.startsWith('float')) return index.value;
  if (index.kind === 'array' && index.shape.length === 0 && !index.dtype.startsWith('float'))
    return index.store.data[index.offset]!;
  if (kind === 'string') throw typeError(`string indices must be integers, not '${typeName(index)}'`);
  throw typeError(`${kind} indices must be integers or slices, not ${typeName(index)}`);
}

export function partsOf(index: readonly Py[], context: Context): IndexPart[] {
  const parts = new Array<IndexPart>(index.length);
  for (let i = 0; i < index.length; i++) parts[i] = partOf(index[i]!, context);
  return parts;
}

function partOf(part: Py, context: Context): IndexPart {
  switch (part.kind) {
    case 'slice':
      return part;
    case 'none':
      return { kind: 'none' };
    case 'ellipsis':
      return { kind: 'ellipsis' };
    case 'number':
      if (part.dtype === 'bool') return { kind: 'pick', array: toArray(part, context) };
      if (part.dtype.startsWith('float')) throw badIndex();
      return { kind: 'integer', value: part.value };
    case 'array':
    case 'list':
    case 'tuple':
    case 'range': {
      const array = toArray(part, context);
      if (array.shape.length === 0 && array.dtype !== 'bool' && !array.dtype.startsWith('float'))
        return { kind: 'integer', value: array.store.data[array.offset]! };
      if (array.dtype.startsWith('float') && !array.shape.includes(0)) {
        throw part.kind === 'array'
          ? new PythonError('IndexError', 'arrays used as indices must be of integer (or boolean) type')
          : badIndex();
      }
      return { kind: 'pick', array };
    }
    default:
      throw badIndex();
  }
}

function badIndex(): PythonError {
  return new PythonError(
    'IndexError',
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
  );
}
