/** Items of lists, tuples, ranges and strings: read, assigned and deleted. */
import { resolveSlice, type PySlice } from '../../array/slices';
import { PythonError, typeError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { PyRange } from '../../value/range';
import type { Py, PySequence } from '../../value/Py';
import type { Context } from '../../runtime/Context';
import { iterate } from './iterate';
import type { Machine } from '../machine/Machine';

export function sequenceItem(value: PySequence, index: Py, { context }: Machine): Py {
  if (value.view !== undefined && value.kind === 'list' && value.view !== 'deque')
    throw typeError(`'${value.view}' object is not subscriptable`);
  if (index.kind === 'slice') {
    if (value.view === 'deque') throw typeError(`sequence index must be integer, not 'slice'`);
    return slicedSequence(value, index, context);
  }
  if (value.range) {
    const { start, step, count } = value.range;
    return {
      kind: 'number',
      value: start + step * positionIn(index, count, 'range', 'range object index out of range'),
      dtype: 'int64',
    };
  }
  return value.items[sequenceIndex(index, value, `${value.kind} index out of range`)]!;
}

function slicedSequence({ items, kind, range, view }: PySequence, index: PySlice, context: Context): Py {
  const { start, step, count } = resolveSlice(index, range ? range.count : items.length);
  if (range) {
    const at = (place: number): number => range.start + place * range.step;
    return new PyRange(at(start), at(start + count * step), range.step * step);
  }
  context.spend(count);
  const made = Array.from({ length: count }, (_, i) => items[start + i * step]!);
  return { kind, items: made, ...(view === 'torch.Size' && { view }) };
}

export function textItem(value: string, index: Py, context: Context): Py {
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

export function setSlice(target: PySequence, index: PySlice, value: Py, machine: Machine): void {
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

export function sequenceIndex(index: Py, { items, kind }: PySequence, message: string): number {
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
