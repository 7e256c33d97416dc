/** Compiles binary operators, with short paths for two floats and two integers. */
import type { BinaryOperator, Expression } from '../../../syntax/tree/ast';
import type { Code } from '../../machine/CallFrame';
import { compare, isComparison } from '../../operations/compare';
import { operate } from '../../operations/operate';
import type { Unit } from '../target/Unit';

/** Order of the operators in `arithmetic` and `test`: numbers, because comparing texts takes longer. */
const ARITHMETIC: readonly BinaryOperator[] = ['+', '-', '*'];
const TESTS: readonly BinaryOperator[] = ['==', '!=', '<', '<=', '>', '>='];
const MAX = Number.MAX_SAFE_INTEGER;

export function compileBinary(expression: Extract<Expression, { type: 'binary' }>, unit: Unit): Code {
  const { operator, range } = expression;
  const { machine } = unit;
  const left = unit.expression(expression.left);
  const right = unit.expression(expression.right);
  if (isComparison(operator)) return compileComparison(expression, left, right, unit);
  const at = ARITHMETIC.indexOf(operator);
  // All of the short path is here: a call would take as long as the operation where the engine has not compiled it yet.
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (at >= 0 && a.kind === 'number' && b.kind === 'number' && !a.numpy && !b.numpy && a.dtype === b.dtype) {
      const value = at === 0 ? a.value + b.value : at === 1 ? a.value - b.value : a.value * b.value;
      if (a.dtype === 'float64') return { kind: 'number', value, dtype: 'float64' };
      if (a.dtype === 'int64' && value <= MAX && value >= -MAX)
        return { kind: 'number', value: value + 0, dtype: 'int64' };
    }
    machine.at = range;
    return operate(operator, a, b, machine);
  };
}

function compileComparison(
  { operator, range }: Extract<Expression, { type: 'binary' }>,
  left: Code,
  right: Code,
  { machine }: Unit,
): Code {
  const at = TESTS.indexOf(operator);
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (at >= 0 && a.kind === 'number' && b.kind === 'number' && !a.numpy && !b.numpy)
      return { kind: 'number', value: test(at, a.value, b.value) ? 1 : 0, dtype: 'bool' };
    if (a.kind === 'text' && b.kind === 'text' && (at === 0 || at === 1))
      return { kind: 'number', value: (a.value === b.value) === (at === 0) ? 1 : 0, dtype: 'bool' };
    machine.at = range;
    return compare(operator, a, b, machine);
  };
}

function test(at: number, a: number, b: number): boolean {
  if (at < 2) return (a === b) === (at === 0);
  if (at === 2) return a < b;
  return at === 3 ? a <= b : at === 4 ? a > b : a >= b;
}
