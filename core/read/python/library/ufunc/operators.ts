/** Python's operators on numbers, arrays, lists and strings. */
import { LensError, msg } from '../../../../message';
import { kindOf, promote, type Dtype } from '../../array/dtype';
import { mapOne } from '../../array/elementwise';
import { writeView } from '../../array/indexing';
import { matmul } from '../../array/matrixProduct';
import { arrayOf, newData, type PyArray } from '../../array/PyArray';
import type { Context } from '../../runtime/Context';
import { PythonError, typeError } from '../../runtime/PythonError';
import type { BinaryOperator } from '../../syntax/tree/ast';
import { pyBool } from '../../value/constructors';
import { describe } from '../../value/describe';
import type { Py, PyNumber, PySequence } from '../../value/Py';
import { arrayOfParameter, isSequence, requireKnown, toArray, toFlag } from '../call/coerce';
import { scalarOf } from '../call/scalarOf';
import { applyBinary, applyInPlace, applyUnary, promotedType, scalarArray } from './applyUfunc';
import { BINARY_UFUNCS } from './binaryUfuncs';
import type { BinaryUfunc } from './Ufunc';
import { UNARY_UFUNCS, inverted } from './unaryUfuncs';

type Fn = (a: number, b: number) => number;

/** The universal function of an operator. */
export const OPERATOR_UFUNCS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floor_divide',
  '%': 'remainder',
  '**': 'power',
  '&': 'bitwise_and',
  '|': 'bitwise_or',
  '^': 'bitwise_xor',
  '<<': 'left_shift',
  '>>': 'right_shift',
  '==': 'equal',
  '!=': 'not_equal',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
};

const COMPARISON = /^([<>]=?|[=!]=)$/;

export function binary(operator: BinaryOperator, leftOperand: Py, rightOperand: Py, context: Context): Py {
  const left = valueOf(leftOperand);
  const right = valueOf(rightOperand);
  requireKnown(left);
  requireKnown(right);
  if (operator === 'is' || operator === 'is not') return pyBool(isSame(left, right) === (operator === 'is'));
  if (operator === 'in' || operator === 'not in') return pyBool(isIn(left, right, context) === (operator === 'in'));
  if (operator === '@') return scalarOf(matmul(toArray(left, context), toArray(right, context), context));
  if (left.kind === 'number' && right.kind === 'number' && !left.numpy && !right.numpy) {
    return pythonNumbers(operator, left, right);
  }
  const arrays = left.kind === 'array' || right.kind === 'array' || isNumPyScalar(left) || isNumPyScalar(right);
  if (!arrays) return withoutNumbers(operator, left, right, context);
  if (left.kind === 'none' || right.kind === 'none') return withNone(operator, left, right, context);
  if (operator !== '==' && operator !== '!=') return applyBinary(ufuncOf(operator), left, right, context);
  return compareArrays(operator, left, right, context);
}

/** The common operands: an array, and an array or a number. Undefined for others. */
export function cellwise(operator: BinaryOperator, left: Py, right: Py, context: Context): Py | undefined {
  const known =
    left.kind === 'array'
      ? right.kind === 'array' || right.kind === 'number'
      : left.kind === 'number' && right.kind === 'array';
  if (!known || OPERATOR_UFUNCS[operator] === undefined) return undefined;
  if (operator === '==' || operator === '!=') return compareArrays(operator, left, right, context);
  // NumPy's `flags ** 2` is `np.square(flags)`.
  if (
    operator === '**' &&
    left.kind === 'array' &&
    left.dtype === 'bool' &&
    right.kind === 'number' &&
    right.value === 2
  )
    return applyUnary(UNARY_UFUNCS.get('square')!, left, context);
  return applyBinary(ufuncOf(operator), left, right, context);
}

/** The array of a layer's parameter: `conv.weight * 2`. */
function valueOf(value: Py): Py {
  return arrayOfParameter(value) ?? value;
}

/** Arrays whose shapes do not broadcast are not equal (NumPy 1.24, with a warning). */
function compareArrays(operator: '==' | '!=', left: Py, right: Py, context: Context): Py {
  if (left.kind === 'text' || right.kind === 'text') return pyBool(operator === '!=');
  try {
    return applyBinary(ufuncOf(operator), left, right, context);
  } catch (error) {
    if (!(error instanceof PythonError) || !error.text.startsWith('operands could not be broadcast')) throw error;
    return pyBool(operator === '!=');
  }
}

export function unary(operator: '-' | '+' | '~' | 'not', operand: Py, context: Context): Py {
  requireKnown(operand);
  if (operator === 'not') return pyBool(!toFlag(operand));
  if (operand.kind === 'number' && !operand.numpy) {
    const dtype = operand.dtype === 'bool' ? 'int64' : operand.dtype;
    if (operator === '~') {
      if (kindOf(dtype) === 2) throw typeError("bad operand type for unary ~: 'float'");
      return { kind: 'number', value: -operand.value - 1, dtype };
    }
    const value = operator === '-' ? -operand.value : operand.value;
    return { kind: 'number', value: kindOf(dtype) === 2 ? value : value + 0, dtype };
  }
  const source = toArray(operand, context);
  if (operator === '~') return scalarOf(mapOne(source, source.dtype, inverted(source.dtype), context));
  return applyUnary(UNARY_UFUNCS.get(operator === '-' ? 'negative' : 'positive')!, operand, context);
}

/** `target op= value` on an array; returns the values that were written. */
export function updateArray(operator: BinaryOperator, target: PyArray, value: Py, context: Context): PyArray {
  requireKnown(value);
  if (operator !== '@') return applyInPlace(ufuncOf(operator), target, value, context);
  const product = matmul(target, toArray(value, context), context);
  writeView(target, product, context);
  return product;
}

function ufuncOf(operator: BinaryOperator): BinaryUfunc {
  return BINARY_UFUNCS.get(OPERATOR_UFUNCS[operator]!)!;
}

function isNumPyScalar(value: Py): boolean {
  return value.kind === 'number' && value.numpy === true;
}

/** `array == None` is False everywhere. */
function withNone(operator: BinaryOperator, left: Py, right: Py, context: Context): Py {
  const other = left.kind === 'none' ? right : left;
  if (operator === '==' || operator === '!=') {
    const value = operator === '==' ? 0 : 1;
    return scalarOf(mapOne(toArray(other, context), 'bool', () => value, context));
  }
  const name = (value: Py): string =>
    value.kind === 'none' ? 'NoneType' : kindOf(toArray(value, context).dtype) === 2 ? 'float' : 'int';
  throw typeError(
    COMPARISON.test(operator)
      ? `'${operator}' not supported between instances of '${name(left)}' and '${name(right)}'`
      : `unsupported operand type(s) for ${operator}: '${name(left)}' and '${name(right)}'`,
  );
}

/** Python's own numbers: integers of any size (refused beyond 2^53), floats. */
function pythonNumbers(operator: BinaryOperator, left: PyNumber, right: PyNumber): PyNumber {
  const [a, b] = [left.value, right.value];
  const ufunc = ufuncOf(operator);
  if (COMPARISON.test(operator)) return pyBool(ufunc.fn('float64')(a, b) !== 0);
  const floating = kindOf(left.dtype) === 2 || kindOf(right.dtype) === 2;
  const flags = left.dtype === 'bool' && right.dtype === 'bool' && /^[&|^]$/.test(operator);
  if (/^([&|^]|<<|>>)$/.test(operator) && floating)
    throw typeError(`unsupported operand type(s) for ${operator}: 'float' and 'float'`);
  if (b === 0 && /^(\/|\/\/|%)$/.test(operator)) throw zeroDivision(operator, floating);
  const real = floating || operator === '/' || (operator === '**' && b < 0);
  const dtype: Dtype = flags ? 'bool' : real ? 'float64' : 'int64';
  const fn: Fn = real ? ufunc.fn('float64') : operator === '+' ? (x, y) => x + y : ufunc.fn('int64');
  const value = fn(a, b);
  if (!real && !Number.isSafeInteger(value))
    throw new LensError(msg('integers beyond 2^53 are not supported: {0}', `${a} ${operator} ${b}`));
  return { kind: 'number', value: real ? value : value + 0, dtype };
}

function zeroDivision(operator: string, floating: boolean): PythonError {
  const texts: Readonly<Record<string, readonly [whole: string, float: string]>> = {
    '/': ['division by zero', 'float division by zero'],
    '//': ['integer division or modulo by zero', 'float floor division by zero'],
    '%': ['integer modulo by zero', 'float modulo'],
  };
  return new PythonError('ZeroDivisionError', texts[operator]![floating ? 1 : 0]);
}

/** The type of a combination of two values. */
export function jointType(left: Py, right: Py): Dtype {
  if (left.kind === 'number' && right.kind === 'number') return promote(left.dtype, right.dtype);
  return promotedType(left, right, typed(left), typed(right));
}

/** A placeholder of the value's type and rank. */
function typed(value: Py): PyArray {
  if (value.kind === 'array') return value;
  if (value.kind === 'number') return scalarArray(value.value, value.dtype);
  return arrayOf(newData(0, 'float64'), [0], isSequence(value) ? sequenceType(value) : 'float64');
}

function withoutNumbers(operator: BinaryOperator, left: Py, right: Py, context: Context): Py {
  if (operator === '==') return pyBool(isDeepEqual(left, right, context));
  if (operator === '!=') return pyBool(!isDeepEqual(left, right, context));
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
  throw new LensError(msg('{0} {1} {2} is not supported', describe(left), operator, describe(right)));
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
  throw new LensError(msg('{0} {1} {2} is not supported', describe(item), 'in', describe(container)));
}

function isSame(left: Py, right: Py): boolean {
  if (left.kind === 'none' || right.kind === 'none') return left.kind === right.kind;
  if (left.kind === 'dtype' && right.kind === 'dtype') return left.dtype === right.dtype;
  if (left.kind === 'number' && right.kind === 'number')
    return left.value === right.value && left.dtype === right.dtype;
  return left === right;
}

function sequenceType(value: PyArray | PySequence): Dtype {
  if (value.kind === 'array') return value.dtype;
  return value.array?.dtype ?? value.items.map(typeOf).reduce<Dtype>(promote, 'bool');
}

function typeOf(value: Py): Dtype {
  if (value.kind === 'number' || value.kind === 'array') return value.dtype;
  return isSequence(value) ? sequenceType(value) : 'float64';
}
