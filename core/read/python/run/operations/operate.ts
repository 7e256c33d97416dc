/** Python's arithmetic and bitwise operators on values of all kinds. */
import { LensError, msg } from '../../../../message';
import { PythonError, typeError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { isFloat } from '../../array/dtype';
import { isNumPy } from '../../library/arrayMethods';
import { OPERATOR_UFUNCS, binary, cellwise, unary } from '../../library/ufunc/operators';
import { defer, isDeferred } from '../../layers/others/deferred';
import type { BinaryOperator } from '../../syntax/tree/ast';
import { pyInteger, pyTuple } from '../../value/constructors';
import type { Py, PyDictionary } from '../../value/Py';
import { ifKnown } from '../machine/ifKnown';
import type { Machine } from '../machine/Machine';
import { formatPercent } from '../text/formatPercent';
import { callSpecial } from '../objects/callSpecial';
import { findMember, isSubclass } from '../objects/classes';
import { tapeOperator } from './gradient/gradients';
import { isArithmetic, isUnknown } from './operands';
import { reflectedOperand } from './reflectedOperand';
import { scalarBinary, scalarUnary } from './scalarArithmetic';
import { asSet, combineCounters, combineSets, frozenOf, isSetLike, isSetOperator } from './setOperations';
import { concatenated, repeatedItems } from './sequences';

/** The special method of each operator, without `__`. */
export const METHODS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
};

/** `left operator right` for arithmetic and bitwise operators. */
export function operate(operator: BinaryOperator, left: Py, right: Py, machine: Machine): Py {
  if (machine.context.hasGraph && (isDeferred(left) || isDeferred(right)))
    return defer(operator, (evaluate) => operate(operator, evaluate(left), evaluate(right), machine));
  const result = operation(operator, left, right, machine);
  machine.tracer?.derived(result, [left, right]);
  if (machine.tape.active) tapeOperator(operator, left, right, result, machine);
  return result;
}

function operation(written: BinaryOperator, left: Py, right: Py, machine: Machine): Py {
  const operator = divisionOf(written, left, right, machine);
  if (left.kind === 'number' && right.kind === 'number') return scalarBinary(operator, left, right);
  const cells = cellwise(operator, left, right, machine.context);
  if (cells) return cells;
  if (isUnknown(left, machine) || isUnknown(right, machine)) return machine.unknown();
  if (left.kind === 'text' && operator === '%')
    return ifKnown(machine, () => ({ kind: 'text', value: formatPercent(left.value, right, machine) }));
  const counts = isCounter(left) && isCounter(right) ? combineCounters(operator, left, right) : undefined;
  if (counts) return counts;
  if (left.kind === 'instance' || right.kind === 'instance') {
    const found = instanceOperation(operator, left, right, machine);
    if (found) return found;
  } else if (
    isArithmetic(left) &&
    isArithmetic(right) &&
    (left.kind === 'array' ||
      right.kind === 'array' ||
      isLayer(left) ||
      isLayer(right) ||
      isScalarOf(operator, left, right))
  ) {
    return binary(operator, left, right, machine.context);
  } else if (operator === '+') {
    const joined = concatenated(left, right, machine.context);
    if (joined) return joined;
  } else if (operator === '*') {
    const repeated = repeatedItems(left, right, machine.context);
    if (repeated) return repeated;
  } else if (operator === '|' && isType(left) && isType(right) && !(left.kind === 'none' && right.kind === 'none')) {
    // For `isinstance`, a union of types is the tuple of them.
    return pyTuple([left, right].flatMap((type) => (type.kind === 'tuple' ? type.items : [type])));
  } else if (isSetLike(left) && isSetLike(right) && isSetOperator(operator)) {
    return {
      kind: 'set',
      entries: combineSets(operator, asSet(left).entries, asSet(right).entries),
      ...frozenOf(left),
    };
  } else if (left.kind === 'dictionary' && right.kind === 'dictionary' && operator === '|') {
    const keys = new Map([...(left.keys ?? []), ...(right.keys ?? [])]);
    return {
      ...left,
      entries: new Map([...left.entries, ...right.entries]),
      ...(keys.size > 0 && { keys }),
    };
  }
  throw unsupportedOperands(operator, left, right);
}

/** A scalar of NumPy makes an array of a sequence; `*` repeats the sequence instead. */
function isScalarOf(operator: BinaryOperator, left: Py, right: Py): boolean {
  return operator !== '*' && operator !== '@' && [left, right].some((each) => each.kind === 'number' && each.numpy);
}

function isCounter(value: Py): value is PyDictionary {
  return value.kind === 'dictionary' && value.type === 'Counter';
}

/** A type, None in its place, or a union of types. */
function isType(value: Py): boolean {
  if (value.kind === 'tuple') return value.items.length > 0 && value.items.every(isType);
  return (
    value.kind === 'class' ||
    value.kind === 'dtype' ||
    value.kind === 'none' ||
    (value.kind === 'function' && value.type !== undefined)
  );
}

/** `//` for `/` of two whole numbers or arrays of them in Python 2. */
export function divisionOf(operator: BinaryOperator, left: Py, right: Py, { context, at }: Machine): BinaryOperator {
  if (operator !== '/' || !context.dividesWhole || !isInteger(left) || !isInteger(right)) return operator;
  context.remark(new LensError(msg('as in Python 2, / of two whole numbers rounds down'), undefined, at), at);
  return '//';
}

function isInteger(value: Py): boolean {
  return (value.kind === 'number' || value.kind === 'array') && !isFloat(value.dtype);
}

export function unsupportedOperands(operator: string, left: Py, right: Py): PythonError {
  const numpy = numpyOperands(operator, left, right);
  if (numpy) return numpy;
  if (operator.startsWith('+') && left.kind === 'text')
    return typeError(`can only concatenate str (not "${typeName(right)}") to str`);
  if (operator.startsWith('+') && (left.kind === 'list' || left.kind === 'tuple'))
    return typeError(`can only concatenate ${left.kind} (not "${typeName(right)}") to ${left.kind}`);
  if (/^\*=?$/.test(operator)) {
    if (isSequence(left) && right.kind !== 'number')
      return typeError(`can't multiply sequence by non-int of type '${typeName(right)}'`);
    if (isSequence(right) && left.kind !== 'number')
      return typeError(`can't multiply sequence by non-int of type '${typeName(left)}'`);
    if (isSequence(left) || isSequence(right))
      return typeError(`can't multiply sequence by non-int of type '${typeName(isSequence(left) ? right : left)}'`);
  }
  const written = operator === '**' ? '** or pow()' : operator;
  return typeError(
    `unsupported operand type(s) for ${written}: '${operandName(left, right)}' and '${operandName(right, left)}'`,
  );
}

function isSequence(value: Py): boolean {
  return value.kind === 'text' || value.kind === 'list' || value.kind === 'tuple';
}

/** What NumPy states where an operand is a string, or what an array becomes in place has a type that it cannot have. */
function numpyOperands(written: string, left: Py, right: Py): PythonError | undefined {
  const ufunc = OPERATOR_UFUNCS[written.replace(/=$/, '') as BinaryOperator];
  if (ufunc === undefined || (!isNumeric(left) && !isNumeric(right))) return undefined;
  if (left.kind !== 'text' && right.kind !== 'text') {
    if (left.kind !== 'array' || !written.endsWith('=') || right.kind === 'array') return undefined;
    return new PythonError(
      'UFuncTypeError',
      `Cannot cast ufunc '${ufunc}' output from dtype('O') to dtype('${left.dtype}') with casting rule 'same_kind'`,
    );
  }
  // A string is repeated by a number, and formatted by `%`.
  if (
    (/^\*/.test(written) && (left.kind === 'number' || right.kind === 'number')) ||
    (left.kind === 'text' && /^%/.test(written))
  )
    return undefined;
  if (!/^(?:add|subtract|multiply|matmul)$/.test(ufunc))
    return typeError(
      `ufunc '${ufunc}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  const types = [left, right].map((each) =>
    each.kind === 'text'
      ? `dtype('<U${Math.max(1, each.value.length)}')`
      : `dtype('${each.kind === 'array' || each.kind === 'number' ? each.dtype : 'O'}')`,
  );
  return new PythonError(
    'UFuncTypeError',
    `ufunc '${ufunc}' did not contain a loop with signature matching types (${types.join(', ')}) -> None`,
  );
}

function isNumeric(value: Py): boolean {
  return (value.kind === 'array' && isNumPy(value)) || (value.kind === 'number' && value.numpy === true);
}

/** NumPy's loop over objects meets an array's elements: with others, the message names their type. */
function operandName(value: Py, other: Py): string {
  if (
    (value.kind !== 'array' && value.kind !== 'number') ||
    !isNumeric(value) ||
    isNumeric(other) ||
    other.kind === 'number' ||
    isSequence(other)
  )
    return typeName(value);
  return isFloat(value.dtype) ? 'float' : value.dtype === 'bool' ? 'bool' : 'int';
}

export function operateUnary(operator: '-' | '+' | '~', operand: Py, machine: Machine): Py {
  const result = unaryOperation(operator, operand, machine);
  machine.tracer?.derived(result, [operand]);
  if (machine.tape.active && operator === '-')
    tapeOperator('*', operand, pyInteger(-1), result, machine, 'NegBackward0');
  return result;
}

function unaryOperation(operator: '-' | '+' | '~', operand: Py, machine: Machine): Py {
  if (isUnknown(operand, machine)) return machine.unknown();
  if (operand.kind === 'number') return scalarUnary(operator, operand);
  if (operand.kind === 'array' || operand.kind === 'layer') return unary(operator, operand, machine.context);
  if (operand.kind === 'instance') {
    const name = operator === '-' ? '__neg__' : operator === '+' ? '__pos__' : '__invert__';
    const method = findMember(operand.class, name);
    if (method) return machine.call(method, [operand]);
  }
  throw typeError(`bad operand type for unary ${operator}: '${typeName(operand)}'`);
}

function isLayer(value: Py): boolean {
  return value.kind === 'layer';
}

/** The reflected method of a subclass that overrides it is called first, and that of the same class not at all. */
function instanceOperation(operator: BinaryOperator, left: Py, right: Py, machine: Machine): Py | undefined {
  const name = METHODS[operator];
  if (name === undefined) return undefined;
  const plain = (): Py | undefined => callSpecial(left, `__${name}__`, right, machine);
  const reflected = (): Py | undefined =>
    right.kind === 'instance'
      ? callSpecial(right, `__r${name}__`, reflectedOperand(operator, left, right), machine)
      : undefined;
  if (left.kind !== 'instance' || right.kind !== 'instance') return plain() ?? reflected();
  if (left.class === right.class) return plain();
  const overrides =
    isSubclass(right.class, left.class) &&
    findMember(right.class, `__r${name}__`) !== findMember(left.class, `__r${name}__`);
  return overrides ? (reflected() ?? plain()) : (plain() ?? reflected());
}
