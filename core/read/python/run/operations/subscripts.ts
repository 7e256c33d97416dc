/** `value[index]`: read, assigned and deleted. */
import { LensError, msg } from '../../../../message';
import { basicArrayItem, basicItem, elementOffset } from './basicIndex';
import { getItem, setItem, writeView } from '../../array/indexing';
import { resolveSlice } from '../../array/slices';
import { isFloatStore, writable, type PyArray } from '../../array/PyArray';
import { elementsFor, isSequence, toArray } from '../../library/call/coerce';
import { indexedNamespace } from '../../library/indexing/grids';
import { defer, isDeferred } from '../../layers/others/deferred';
import { isWithoutEffect } from '../../modules/namespaces';
import { isNumPy } from '../../library/arrayMethods';
import { scalarOf } from '../../library/call/scalarOf';
import { PythonError, typeError, valueError } from '../../runtime/PythonError';
import { deleteEntry, hashKey, setEntry } from '../../value/hashKey';
import { flatElement, refuseFlat } from '../../value/refuseFlat';
import { typeName } from '../../value/typeName';
import { pyInteger, pyTuple, listChanges } from '../../value/constructors';
import type { Py, PyIterator, PySequence, PyDictionary, PyNumber } from '../../value/Py';
import { Unavailable } from '../../runtime/Unavailable';
import type { Context } from '../../runtime/Context';
import { tapeSubscript } from './gradient/gradients';
import type { IndexValue } from '../machine/IndexValue';
import { gridItem } from './plotGrid';
import type { Machine } from '../machine/Machine';
import { findMember } from '../objects/classes';
import { ofFlat, valueForFlat } from './flatItems';
import { isUnknown } from './operands';
import { memberNamed } from './enumeration';
import { keyError } from './exceptions';
import { sequenceItem, textItem, setSlice, sequenceIndex } from './sequenceItems';
import { indexPartsOf } from '../../library/call/indexParts';

export function itemOf(value: Py, index: IndexValue, machine: Machine): Py {
  if (value.kind === 'array') {
    const found = ofFlat(value, basicArrayItem(value, index.parts), machine.context);
    if (found) {
      if (machine.tape.active) tapeSubscript(value, index.parts, found, machine);
      machine.tracer?.item(value, index, found);
      return found;
    }
  }
  return otherItem(value, index, machine);
}

/** An instance that is an index has the method `__index__`. */
export function asIndex(index: Py, machine: Machine): Py {
  const method = index.kind === 'instance' ? findMember(index.class, '__index__') : undefined;
  return method ? machine.call(method, [index]) : index;
}

function otherItem(value: Py, index: IndexValue, machine: Machine): Py {
  const { context } = machine;
  if (isDeferred(value)) return defer('item', (evaluate) => itemOf(evaluate(value), index, machine));
  // `Generic[T]`, `List[int]`: as without the types.
  if (value.kind === 'namespace' && /^typing(?:_extensions)?\./.test(value.path)) return value;
  if (value.kind === 'class' && value.generic) return value;
  if (hasUnknown(value, index, machine)) return machine.unknown();
  switch (value.kind) {
    case 'array':
      return arrayItem(value, index, machine);
    case 'list':
    case 'tuple':
    case 'range':
      return sequenceItem(value, asIndex(keyOf(index), machine), machine);
    case 'text':
      return textItem(value.value, asIndex(keyOf(index), machine), context);
    case 'dictionary':
      return dictionaryItem(value, keyOf(index), machine);
    case 'instance': {
      const method = findMember(value.class, '__getitem__');
      if (method) return machine.call(method, [value, keyOf(index)]);
      break;
    }
    case 'function':
      // `list[int]`: as `list`.
      if (value.type === undefined) break;
      return value;
    case 'class':
      if (value.enumeration) return memberNamed(value, keyOf(index), machine);
      throw new LensError(msg('a subscript of the class {0} is not supported', value.name));
    case 'iterator': {
      const key = keyOf(index);
      const found = currentElement(value, key);
      if (found) return found;
      const element = flatElement(value, key);
      if (element) return arrayItem(element, NO_INDEX, machine);
      break;
    }
    case 'layer':
      if (value.item) return value.item(indexPartsOf(index.parts, context));
      return value.items
        ? sequenceItem({ kind: 'list', items: [...value.items] }, keyOf(index), machine)
        : itemOf(toArray(value, context), index, machine);
    case 'namespace':
      if (value.grid) return gridItem(value, index.parts.length);
      return indexedNamespace(value.path, index.parts, context) ?? { kind: 'namespace', path: `${value.path}[]` };
    case 'unknown':
      return machine.unknown();
    case 'number':
      if (value.numpy) return scalarItem(value, index, context);
      break;
    default:
  }
  refuseFlat(value);
  throw typeError(`'${typeName(value)}' object is not subscriptable`);
}

/** `it[0]` of `np.nditer`. */
function currentElement(iterator: PyIterator, key: Py): Py | undefined {
  return key.kind === 'number' && key.value === 0 ? iterator.member?.('[0]') : undefined;
}

const NO_INDEX: IndexValue = { parts: [], many: true };

function arrayItem(value: PyArray, index: IndexValue, machine: Machine): Py {
  const parts = indexPartsOf(index.parts, machine.context);
  const item = ofFlat(value, getItem(value, parts, machine.context), machine.context);
  // A TensorFlow variable's element can be assigned to.
  const single = value.notation !== 'tensorflow' && parts.every(({ kind }) => kind === 'integer');
  const found = single ? scalarOf(item) : item;
  if (machine.tape.active) tapeSubscript(value, index.parts, found, machine);
  machine.tracer?.item(value, index, found);
  return found;
}

function dictionaryItem(value: PyDictionary, key: Py, machine: Machine): Py {
  const found = value.entries.get(hashKey(key));
  if (found) return found;
  const made = missingEntry(value, machine);
  if (!made) throw keyError(key, machine);
  if (value.type === 'defaultdict') setEntry(value, key, made);
  return made;
}

/** NumPy's scalars have no elements: `x[()]`, `x[...]` and `x[None]` give the whole. */
function scalarItem(value: PyNumber, index: IndexValue, context: Context): Py {
  const parts = indexPartsOf(index.parts, context);
  const isWhole = parts.every(({ kind }) => kind === 'none' || kind === 'ellipsis');
  if (!isWhole) throw new PythonError('IndexError', 'invalid index to scalar variable.');
  const item = getItem(toArray(value, context), parts, context);
  return parts.length > 0 ? item : scalarOf(item);
}

export function setItemOf(target: Py, index: IndexValue, given: Py, machine: Machine): void {
  const { context } = machine;
  const value = valueForFlat(target, index, given, context);
  if (target.kind === 'array') machine.tape.refuseChange(target, true);
  if (target.kind === 'array' && assignedBasic(target, index.parts, value, context)) {
    machine.tape.changed(target, '[…] =', ...(value.kind === 'array' ? [value] : []));
    machine.tracer?.wroteItem(target, index, value);
    return;
  }
  if (target.kind !== 'unknown' && hasUnknown(target, index, machine)) throw new Unavailable();
  switch (target.kind) {
    case 'array': {
      const parts = indexPartsOf(index.parts, context);
      const isPicked = parts.some(({ kind }) => kind === 'pick');
      setItem(target, parts, elementsFor(target.dtype, value, context, isPicked), context);
      machine.tape.changed(target, '[…] =', ...(value.kind === 'array' ? [value] : []));
      machine.tracer?.wroteItem(target, index, value);
      return;
    }
    case 'namespace':
      if (isWithoutEffect(target.path)) return;
      break;
    case 'dictionary':
      setEntry(target, keyOf(index), value);
      return;
    case 'list':
      setListItem(target, keyOf(index), value, machine);
      return;
    case 'instance': {
      const method = findMember(target.class, '__setitem__');
      if (!method) break;
      machine.call(method, [target, keyOf(index), value]);
      return;
    }
    case 'unknown':
      machine.unknown();
      return;
    case 'iterator': {
      const key = keyOf(index);
      const element = currentElement(target, key) ?? flatElement(target, key);
      if (element?.kind !== 'array') break;
      setItemOf(element, NO_INDEX, value, machine);
      return;
    }
    case 'layer': {
      const parameter = target.parameter && target.weights[target.parameter];
      if (!parameter) break;
      // `.data` is another tensor with the same numbers.
      setItemOf(target.detached ? { ...parameter } : parameter, index, value, machine);
      return;
    }
    default:
  }
  if (target.kind === 'layer' || target.kind === 'namespace')
    throw new LensError(msg('items of {0} cannot be assigned', typeName(target)));
  refuseFlat(target);
  throw typeError(`'${typeName(target)}' object does not support item assignment`);
}

function setListItem(target: PySequence, key: Py, value: Py, machine: Machine): void {
  listChanges(target);
  if (key.kind === 'slice') setSlice(target, key, value, machine);
  else target.items[sequenceIndex(key, target, 'list assignment index out of range')] = value;
}

export function deleteItem(target: Py, index: IndexValue, machine: Machine): void {
  const key = keyOf(index);
  if (target.kind === 'dictionary') {
    if (!deleteEntry(target, key)) throw keyError(key, machine);
    return;
  }
  if (target.kind === 'array') throw valueError('cannot delete array elements');
  const method = target.kind === 'instance' ? findMember(target.class, '__delitem__') : undefined;
  if (method) {
    machine.call(method, [target, key]);
    return;
  }
  if (target.kind !== 'list') throw typeError(`'${typeName(target)}' object doesn't support item deletion`);
  listChanges(target);
  if (key.kind !== 'slice') {
    target.items.splice(sequenceIndex(key, target, 'list assignment index out of range'), 1);
    return;
  }
  const { start, step, count } = resolveSlice(key, target.items.length);
  const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
  const kept = target.items.filter((_, i) => !gone.has(i));
  target.items.splice(0, target.items.length, ...kept);
}

/** Whether the assignment is of the common kind and done: one number to one element, or a value to a view. */
function assignedBasic(target: PyArray, parts: readonly Py[], value: Py, context: Context): boolean {
  const place = elementOffset(target, parts);
  if (place >= 0) {
    if (isSequence(value) && isNumPy(target)) throw valueError('setting an array element with a sequence.');
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
  if (type === 'Counter') return pyInteger(0);
  return type === 'defaultdict' && factory && factory.kind !== 'none' ? machine.call(factory, []) : undefined;
}

/** The index as one value: `x[1, 2]` has the key (1, 2). */
function keyOf({ parts, many, key }: IndexValue): Py {
  return key ?? (many ? pyTuple([...parts]) : parts[0]!);
}

/** Also a constant of a module that the interpreter lacks, which may be a key of a dictionary. */
function hasUnknown({ kind }: Py, { parts }: IndexValue, machine: Machine): boolean {
  const isSequence = /^(?:array|list|tuple|range|text)$/.test(kind);
  return parts.some((part) => part.kind === 'unknown' || (isSequence && isUnknown(part, machine)));
}
