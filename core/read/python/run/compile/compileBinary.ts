/** Compiles binary operators, with short paths for two floats and two integers. */
import type { BinaryOperator, Expression } from '../../syntax/tree/ast';
import { pyBool } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Code } from '../machine/CallFrame';
import { compare, isComparison } from '../operations/compare';
import { operate } from '../operations/operate';
import type { Unit } from './Unit';

type Fast = (a: number, b: number) => number;

const FAST: Readonly<Partial<Record<BinaryOperator, Fast>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
};

const FAST_COMPARE: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => boolean>>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

export function compileBinary(expression: Extract<Expression, { type: 'binary' }>, unit: Unit): Code {
  const { operator, range } = expression;
  const { machine } = unit;
  const left = unit.expression(expression.left);
  const right = unit.expression(expression.right);
  if (isComparison(operator)) {
    const test = FAST_COMPARE[operator];
    return (frame) => {
      const a = left(frame);
      const b = right(frame);
      if (test && a.kind === 'number' && b.kind === 'number' && !a.numpy && !b.numpy)
        return pyBool(test(a.value, b.value));
      machine.at = range;
      return compare(operator, a, b, machine);
    };
  }
  const fast = FAST[operator];
  if (!fast) {
    return (frame) => {
      const a = left(frame);
      const b = right(frame);
      machine.at = range;
      return operate(operator, a, b, machine);
    };
  }
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    const value = fastResult(fast, a, b);
    if (value) return value;
    machine.at = range;
    return operate(operator, a, b, machine);
  };
}

/** Undefined where the operands need the general rules. */
function fastResult(fast: Fast, a: Py, b: Py): Py | undefined {
  if (a.kind !== 'number' || b.kind !== 'number' || a.numpy || b.numpy || a.dtype !== b.dtype) return undefined;
  if (a.dtype === 'float64') return { kind: 'number', value: fast(a.value, b.value), dtype: 'float64' };
  if (a.dtype !== 'int64') return undefined;
  const value = fast(a.value, b.value) + 0;
  return Number.isSafeInteger(value) ? { kind: 'number', value, dtype: 'int64' } : undefined;
}
