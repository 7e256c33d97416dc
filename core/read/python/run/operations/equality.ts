/** Equality and order of values, item by item for sequences. */
import { sizeOf } from '../../../../array/NdArray';
import { flat } from '../../array/PyArray';
import { isSequence } from '../../library/call/coerce';
import { binary } from '../../library/ufunc/operators';
import { valueError } from '../../runtime/PythonError';
import { dtypeNamed } from '../../array/dtype';
import type { Py } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { isSame } from '../objects/identity';
import { callSpecial } from '../objects/callSpecial';
import { truthOf } from './truthOf';

/** How containers compare: NaN is found where it is the same object. */
export function isSameItem(left: Py, right: Py, machine: Machine): boolean {
  return left === right || isEqual(left, right, machine);
}

export function isEqual(left: Py, right: Py, machine: Machine): boolean {
  machine.context.spend(1);
  if (left.kind === 'number' && right.kind === 'number') return left.value === right.value;
  if (left.kind === 'text' || right.kind === 'text') return textEquals(left, right);
  if (left.kind === 'array' || right.kind === 'array') return arraysEqual(left, right, machine);
  if (left.kind === 'instance' || right.kind === 'instance') {
    const found = callSpecial(left, '__eq__', right, machine) ?? callSpecial(right, '__eq__', left, machine);
    return found ? truthOf(found, machine) : left === right;
  }
  if (isSequence(left) && isSequence(right)) {
    if (
      left.kind !== right.kind ||
      (left.kind === 'list' && left.view !== right.view) ||
      left.items.length !== right.items.length
    )
      return false;
    return left.items.every((item, index) => isSameItem(item, right.items[index]!, machine));
  }
  if (left.kind === 'dictionary' && right.kind === 'dictionary') {
    if (left.entries.size !== right.entries.size) return false;
    const order = [...right.entries.keys()];
    const ordered = left.type === 'OrderedDict' && right.type === left.type;
    if (ordered && [...left.entries.keys()].some((key, place) => key !== order[place])) return false;
    return [...left.entries].every(([key, value]) => {
      const other = right.entries.get(key);
      return other !== undefined && isSameItem(value, other, machine);
    });
  }
  if (left.kind === 'set' && right.kind === 'set') {
    return left.entries.size === right.entries.size && [...left.entries.keys()].every((key) => right.entries.has(key));
  }
  return isSame(left, right);
}

/** Undefined where the values have no order. */
export function isLess(left: Py, right: Py, machine: Machine): boolean | undefined {
  machine.context.spend(1);
  if (left.kind === 'number' && right.kind === 'number') return left.value < right.value;
  if (left.kind === 'text' && right.kind === 'text') return compareText(left.value, right.value) < 0;
  if ((left.kind === 'list' || left.kind === 'tuple') && left.kind === right.kind) {
    const length = Math.min(left.items.length, right.items.length);
    for (let i = 0; i < length; i++) {
      if (!isSameItem(left.items[i]!, right.items[i]!, machine))
        return isLess(left.items[i]!, right.items[i]!, machine);
    }
    return left.items.length < right.items.length;
  }
  if (left.kind === 'instance' || right.kind === 'instance') {
    const found = callSpecial(left, '__lt__', right, machine) ?? callSpecial(right, '__gt__', left, machine);
    return found && truthOf(found, machine);
  }
  if (left.kind === 'array' || right.kind === 'array')
    return truthOf(binary('<', left, right, machine.context), machine);
  return undefined;
}

/** Order by code points, as Python's. */
function compareText(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  const at = a.findIndex((character, index) => character !== b[index]);
  if (at < 0) return a.length - b.length;
  return at >= b.length ? 1 : a[at]!.codePointAt(0)! - b[at]!.codePointAt(0)!;
}

function textEquals(left: Py, right: Py): boolean {
  const [name, other] = left.kind === 'text' ? [left, right] : [right, left];
  if (name.kind !== 'text') return false;
  return other.kind === 'text'
    ? name.value === other.value
    : other.kind === 'dtype' && dtypeNamed(name.value) === other.dtype;
}

/** Whether arrays are equal: the truth of NumPy's elementwise result. */
function arraysEqual(left: Py, right: Py, machine: Machine): boolean {
  if (left === right && left.kind === 'array' && sizeOf(left.shape) === 1) return !Number.isNaN(flat(left)[0]);
  const comparable = [left, right].every(({ kind }) => ['array', 'number', 'list', 'tuple'].includes(kind));
  if (!comparable) {
    if ([left, right].some((each) => each.kind === 'array' && sizeOf(each.shape) > 1))
      throw valueError('The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()');
    return false;
  }
  return truthOf(binary('==', left, right, machine.context), machine);
}
