/** Python's operators on numbers, arrays, lists and strings. */
import { LensError, msg } from '../../../message';
import { kindOf, promote, type Dtype } from '../array/dtype';
import { mapOne, mapTwo } from '../array/elementwise';
import type { PyArray } from '../array/PyArray';
import { matrixProduct } from '../array/matrixProduct';
import type { Context } from '../run/Context';
import type { BinaryOperator } from '../syntax/ast';
import { boolean, describe, type Py, type PyNumber, type PySequence } from '../value';
import { isSequence, requireKnown, toArray, toFlag } from './coerce';

type Fn = (a: number, b: number) => number;

const ARITHMETIC: Readonly<Partial<Record<BinaryOperator, Fn>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '//': (a, b) => Math.floor(a / b),
  '%': (a, b) => (b === Infinity && a >= 0 ? a : a - b * Math.floor(a / b)),
  '**': power,
  '&': (a, b) => Number(BigInt(a) & BigInt(b)),
  '|': (a, b) => Number(BigInt(a) | BigInt(b)),
  '^': (a, b) => Number(BigInt(a) ^ BigInt(b)),
  '<<': (a, b) => a * 2 ** b,
  '>>': (a, b) => Math.floor(a / 2 ** b),
};

const COMPARISON: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => boolean>>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

export function binary(operator: BinaryOperator, left: Py, right: Py, context: Context): Py {
  requireKnown(left);
  requireKnown(right);
  if (operator === 'is' || operator === 'is not') return boolean(isSame(left, right) === (operator === 'is'));
  if (operator === 'in' || operator === 'not in') return boolean(isIn(left, right, context) === (operator === 'in'));
  if (operator === '@') return matrixProduct(toArray(left, context), toArray(right, context), context);
  const plain = left.kind !== 'array' && right.kind !== 'array';
  if (plain && (left.kind !== 'number' || right.kind !== 'number'))
    return withoutNumbers(operator, left, right, context);
  const compare = COMPARISON[operator];
  const fn: Fn = compare ? (a, b) => (compare(a, b) ? 1 : 0) : ARITHMETIC[operator]!;
  const dtype = resultType(operator, left, right);
  if (left.kind === 'number' && right.kind === 'number') return scalar(operator, left, right, fn, dtype);
  return mapTwo(toArray(left, context), toArray(right, context), dtype, wholeSafe(operator, fn, dtype), context);
}

export function unary(operator: '-' | '+' | '~' | 'not', operand: Py, context: Context): Py {
  requireKnown(operand);
  if (operator === 'not') return boolean(!toFlag(operand));
  const value = operand.kind === 'number' ? operand : toArray(operand, context);
  const logical = value.dtype === 'bool';
  const fn = (each: number): number => {
    if (operator === '~') return logical ? 1 - each : -each - 1;
    return operator === '-' ? -each : each;
  };
  if (value.kind === 'array') return mapOne(value, value.dtype, fn, context);
  const dtype = logical && operator !== '~' ? 'int64' : value.dtype;
  return { kind: 'number', value: kindOf(dtype) === 2 ? fn(value.value) : fn(value.value) + 0, dtype };
}

export function isEqual(left: Py, right: Py, context: Context): boolean {
  return toFlag(binary('==', left, right, context));
}

/** NumPy's: a scalar of no higher kind than the array does not change the array's type. */
export function jointType(left: Py, right: Py): Dtype {
  const [a, b] = [typeOf(left), typeOf(right)];
  if (isWeak(left) && !isWeak(right) && kindOf(a) <= kindOf(b)) return b;
  if (isWeak(right) && !isWeak(left) && kindOf(b) <= kindOf(a)) return a;
  const torch = [left, right].some((value) => value.kind === 'array' && value.notation === 'pytorch');
  if (torch && kindOf(a) !== kindOf(b) && (isWeak(left) || isWeak(right)))
    return kindOf(promote(a, b)) === 2 ? 'float32' : 'int64';
  return promote(a, b);
}

function resultType(operator: BinaryOperator, left: Py, right: Py): Dtype {
  if (COMPARISON[operator]) return 'bool';
  const joint = jointType(left, right);
  if (operator === '/') return kindOf(joint) === 2 ? joint : floatType(left, right);
  const arithmeticOfFlags =
    joint === 'bool' && (bothScalars(left, right) ? !/[&|^]/.test(operator) : /\*\*|[/%<>-]/.test(operator));
  return arithmeticOfFlags ? 'int64' : joint;
}

function scalar(operator: BinaryOperator, left: PyNumber, right: PyNumber, fn: Fn, dtype: Dtype): PyNumber {
  if ((operator === '/' || operator === '//' || operator === '%') && right.value === 0) {
    throw new LensError(msg('division by zero'));
  }
  if (operator === '**' && kindOf(dtype) === 1 && right.value < 0) dtype = 'float64';
  const exact = wholeSafe(operator, fn, dtype)(left.value, right.value);
  const value = dtype === 'float32' ? Math.fround(exact) : dtype === 'bool' ? Number(exact !== 0) : exact;
  if (kindOf(dtype) === 1 && !Number.isSafeInteger(value)) {
    throw new LensError(
      msg('whole numbers beyond 2^53 are not exact here: {0}', `${left.value} ${operator} ${right.value}`),
    );
  }
  return { kind: 'number', value, dtype };
}

/** Division by 0 of whole numbers gives 0 in an array; bits and shifts are for whole numbers only. */
function wholeSafe(operator: BinaryOperator, fn: Fn, dtype: Dtype): Fn {
  if (/^([&|^]|<<|>>)$/.test(operator) && kindOf(dtype) === 2) {
    throw new LensError(msg('{0} is for whole numbers and booleans', operator));
  }
  if (kindOf(dtype) === 2 || (operator !== '//' && operator !== '%')) return fn;
  return (a, b) => (b === 0 ? 0 : fn(a, b));
}

function withoutNumbers(operator: BinaryOperator, left: Py, right: Py, context: Context): Py {
  if (operator === '==') return boolean(isDeepEqual(left, right, context));
  if (operator === '!=') return boolean(!isDeepEqual(left, right, context));
  if (operator === '+' && left.kind === 'text' && right.kind === 'text') {
    context.spend(left.value.length + right.value.length);
    return { kind: 'text', value: left.value + right.value };
  }
  if (operator === '+' && isSequence(left) && left.kind === right.kind) {
    context.spend(left.items.length + right.items.length);
    return { kind: left.kind, items: [...left.items, ...right.items] };
  }
  const [sequence, count] = isSequence(left) ? [left, right] : [right, left];
  if (operator === '*' && isSequence(sequence) && count.kind === 'number')
    return repeated(sequence, count.value, context);
  throw new LensError(msg('{0} {1} {2} is not read here', describe(left), operator, describe(right)));
}

function repeated({ kind, items }: PySequence, count: number, context: Context): PySequence {
  const times = Math.max(0, count);
  context.allocate([times, items.length]);
  return { kind, items: Array.from({ length: times }, () => items).flat() };
}

function isDeepEqual(left: Py, right: Py, context: Context): boolean {
  context.spend(1);
  if (isSequence(left) && isSequence(right)) {
    if (left.kind !== right.kind || left.items.length !== right.items.length) return false;
    return left.items.every((item, index) => isDeepEqual(item, right.items[index]!, context));
  }
  if (left.kind === 'number' && right.kind === 'number') return left.value === right.value;
  if (left.kind === 'text' && right.kind === 'text') return left.value === right.value;
  return isSame(left, right);
}

function isIn(item: Py, container: Py, context: Context): boolean {
  if (container.kind === 'text' && item.kind === 'text') return container.value.includes(item.value);
  if (container.kind === 'dictionary') {
    return (item.kind === 'text' || item.kind === 'number') && container.entries.has(item.value);
  }
  if (isSequence(container)) return container.items.some((each) => isDeepEqual(item, each, context));
  throw new LensError(msg('{0} {1} {2} is not read here', describe(item), 'in', describe(container)));
}

function isSame(left: Py, right: Py): boolean {
  if (left.kind === 'none' || right.kind === 'none') return left.kind === right.kind;
  if (left.kind === 'dtype' && right.kind === 'dtype') return left.dtype === right.dtype;
  if (left.kind === 'number' && right.kind === 'number')
    return left.value === right.value && left.dtype === right.dtype;
  return left === right;
}

export function power(a: number, b: number): number {
  if (b === 2) return a * a;
  if (b === 0.5) return Math.sqrt(a);
  // In NumPy 1 to any power is 1, also to NaN.
  return a === 1 ? 1 : a ** b;
}

/** A scalar, or a 0-d array, adapts to the type of an array. */
function isWeak(value: Py): boolean {
  return value.kind === 'number' || (value.kind === 'array' && value.shape.length === 0);
}

function bothScalars(left: Py, right: Py): boolean {
  return left.kind === 'number' && right.kind === 'number';
}

function floatType(...values: Py[]): Dtype {
  return values.some((value) => value.kind === 'array' && value.notation !== undefined && value.notation !== 'numpy')
    ? 'float32'
    : 'float64';
}

function typeOf(value: Py): Dtype {
  if (value.kind === 'number') return value.dtype;
  return value.kind === 'array' || isSequence(value) ? sequenceType(value) : 'float64';
}

function sequenceType(value: PyArray | PySequence): Dtype {
  if (value.kind === 'array') return value.dtype;
  return value.array?.dtype ?? value.items.map(typeOf).reduce<Dtype>(promote, 'bool');
}
