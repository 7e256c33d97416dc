/** `value[index]`, read and assigned. */
import { LensError, msg } from '../../../message';
import { getItem, resolveIndex, resolveSlice, setItem, type IndexPart } from '../array/indexing';
import { isSequence, toArray, toInteger } from '../library/coerce';
import { indexedNamespace } from '../library/grids';
import { isWithoutEffect } from '../library/namespaces';
import { scalarOf } from '../library/scalarOf';
import { PythonError } from '../runtime/PythonError';
import { describe, type Py, type PySequence } from '../value';
import type { Context } from './Context';

const INVALID_INDEX =
  'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices';

export type IndexValue = readonly Py[];

export function itemOf(value: Py, index: IndexValue, context: Context): Py {
  const [first] = index;
  if (value.kind === 'array') {
    const parts = partsOf(index, context);
    const item = getItem(value, parts, context);
    return parts.every(({ kind }) => kind === 'integer') ? scalarOf(item) : item;
  }
  const grid = value.kind === 'namespace' ? indexedNamespace(value.path, index, context) : undefined;
  if (grid) return grid;
  if (first === undefined || index.length > 1) throw new LensError(msg('{0} takes one index', describe(value)));
  if (isSequence(value)) return sequenceItem(value, first, context);
  if (value.kind === 'dictionary') {
    const found = first.kind === 'text' || first.kind === 'number' ? value.entries.get(first.value) : undefined;
    if (found) return found;
    throw new LensError(msg('the dictionary has no {0}', describe(first)));
  }
  if (value.kind === 'layer') return itemOf(toArray(value, context), index, context);
  if (value.kind === 'namespace') return { kind: 'namespace', path: `${value.path}[]` };
  throw new LensError(msg('{0} has no items', describe(value)));
}

/** Lists take numbers only: nothing can come to contain itself. */
export function setItemOf(target: Py, index: IndexValue, value: Py, context: Context): void {
  const [first] = index;
  if (target.kind === 'array') {
    setItem(target, partsOf(index, context), toArray(value, context), context);
    return;
  }
  if (target.kind === 'namespace' && isWithoutEffect(target.path)) return;
  if (first === undefined || index.length > 1) throw new LensError(msg('{0} takes one index', describe(target)));
  if (
    target.kind === 'dictionary' &&
    (first.kind === 'text' || first.kind === 'number') &&
    value.kind !== 'dictionary'
  ) {
    target.entries.set(first.value, value);
    return;
  }
  if (target.kind === 'list' && value.kind === 'number') {
    target.items[resolveIndex(toInteger(first), target.items.length, 0)] = value;
    delete target.array;
    return;
  }
  throw new LensError(msg('an item of {0} cannot be assigned here', describe(target)));
}

function sequenceItem(value: PySequence, index: Py, context: Context): Py {
  const { items, kind } = value;
  if (index.kind !== 'slice') return items[resolveIndex(toInteger(index), items.length, 0)]!;
  const { start, step, count } = resolveSlice(index, items.length);
  context.spend(count);
  return { kind, items: Array.from({ length: count }, (_, i) => items[start + i * step]!) };
}

function partsOf(index: IndexValue, context: Context): IndexPart[] {
  return index.map((part): IndexPart => {
    switch (part.kind) {
      case 'slice':
        return part;
      case 'none':
        return { kind: 'none' };
      case 'ellipsis':
        return { kind: 'ellipsis' };
      case 'number':
        if (part.dtype === 'bool') return { kind: 'pick', array: toArray(part, context) };
        if (part.dtype.startsWith('float')) throw new PythonError('IndexError', INVALID_INDEX);
        return { kind: 'integer', value: part.value };
      case 'array':
      case 'list':
      case 'tuple': {
        const array = toArray(part, context);
        const empty = part.kind === 'list' && array.shape.length === 1 && array.shape[0] === 0;
        if (empty) return { kind: 'pick', array: { ...array, dtype: 'int64' } };
        if (array.dtype.startsWith('float'))
          throw new PythonError('IndexError', 'arrays used as indices must be of integer (or boolean) type');
        // An integer array without axes counts as an integer.
        if (array.shape.length === 0 && array.dtype !== 'bool')
          return { kind: 'integer', value: array.store.data[array.offset]! };
        return { kind: 'pick', array };
      }
      case 'text':
        throw new PythonError('IndexError', INVALID_INDEX);
      default:
        throw new LensError(msg('{0} is no index', describe(part)));
    }
  });
}
