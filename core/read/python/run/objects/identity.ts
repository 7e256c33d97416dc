/** Python's `is`. */
import { dtypeNamed } from '../../array/dtype';
import type { Py, PyFunction } from '../../value/Py';

export function isSame(left: Py, right: Py): boolean {
  if (left === right) return true;
  if (left.kind === 'none' || left.kind === 'ellipsis') return left.kind === right.kind;
  if (left.kind === 'dtype' || right.kind === 'dtype')
    return dtypeOf(left) !== undefined && dtypeOf(left) === dtypeOf(right);
  if (left.kind === 'number' && right.kind === 'number')
    return left.value === right.value && left.dtype === right.dtype && left.numpy === right.numpy && !isMade(left);
  if (left.kind === 'layer' && right.kind === 'layer')
    return left.parameter !== undefined && left.parameter === right.parameter && left.weights === right.weights;
  if (left.kind === 'text' && right.kind === 'text') return left.value === right.value;
  if (left.kind === 'function' && right.kind === 'function')
    return isKnownFunction(left) && isKnownFunction(right) && (left.type ?? left.name) === (right.type ?? right.name);
  if (left.kind === 'namespace' && right.kind === 'namespace') return left.path === right.path;
  return false;
}

/** NumPy makes another number each time: `x[0] is x[0]` is false. It has one True and one False. */
function isMade({ numpy, dtype }: Extract<Py, { kind: 'number' }>): boolean {
  return numpy === true && dtype !== 'bool';
}

/** A type, or a function of a library by its path: looking it up makes another object each time. */
function isKnownFunction({ type, user, name }: PyFunction): boolean {
  return type !== undefined || (user === undefined && name.includes('.'));
}

/** `float` names a dtype too. */
function dtypeOf(value: Py): string | undefined {
  if (value.kind === 'dtype') return value.dtype;
  if (value.kind === 'function' && /^(int|float|bool)$/.test(value.type ?? '')) return dtypeNamed(value.type!);
  return undefined;
}
