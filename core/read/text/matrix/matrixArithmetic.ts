/** Arithmetic on numbers inside MATLAB's and Julia's brackets: `3 - 4`, `1/3`. */
import { msg } from '../../../message';
import type { NumberSink } from '../scan/NumberSink';
import { problem, type Problem } from '../types/Problem';

/**
 * `3 - 4`, `1/3`: arithmetic on the number that was just read, from left to right where that is right.
 * Returns the position after it; the number in `sink` is the result.
 */
export function computeOn(text: string, from: number, sink: NumberSink): number | Problem {
  let at = from;
  const operator = /[ \t]*(?:([-+])(?=[ \t]+[\d.]|(?<=\S[-+])[\d.])|([*/^]))[ \t]*/y;
  for (;;) {
    operator.lastIndex = at;
    const match = operator.exec(text);
    if (!match) return at;
    const sign = match[1] ?? match[2]!;
    const index = sink.count - 1;
    const operand = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
    operand.lastIndex = operator.lastIndex;
    const right = operand.exec(text);
    const left = sink.values[index]!;
    const value = right && combine(sign, left, Number(right[0]));
    const next = right && /^[ \t]*[*/^]/.test(text.slice(operand.lastIndex, operand.lastIndex + 8));
    if (!right || value === null || (next && sign !== '*' && sign !== '/')) {
      const start = sink.ranges[2 * index]!;
      return problem(
        'expression',
        msg('{0} is an expression, not a number', text.slice(start, operator.lastIndex)),
        start,
        operator.lastIndex,
      );
    }
    if (sign === '/') sink.anyFloat = true;
    sink.amend(index, value, operand.lastIndex);
    at = operand.lastIndex;
  }
}

/** `1-2` and `3/4` without spaces: keeps the first number and leaves the operator to be read. */
export function splitSum(text: string, at: number, sink: NumberSink): number | undefined {
  const first = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?=[-+*/^]\s*[\d.])/y;
  first.lastIndex = at;
  const match = first.exec(text);
  if (!match || /^[-+][\d.]+(?:[eE][-+]?\d+)?\*?(?:im?|j)\b/.test(text.slice(first.lastIndex, first.lastIndex + 40)))
    return undefined;
  sink.push(Number(match[0]), at, first.lastIndex);
  sink.allBool = false;
  if (/[.eE]/.test(match[0])) sink.anyFloat = true;
  return first.lastIndex;
}

function combine(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return left < 0 ? -(Math.abs(left) ** right) : left ** right;
  }
}
