/** Where functions yield. */
import type { Statement } from './ast';
import { innerBlocks } from './boundNames';
import { visitStatement } from './visitExpressions';

/** Whether the statements yield, outside of the functions that they define. */
export function yields(statements: readonly Statement[]): boolean {
  return statements.some(isYielding);
}

/** By statement: programs that differ in one statement share the others. */
const known = new WeakMap<Statement, boolean>();

function isYielding(statement: Statement): boolean {
  const before = known.get(statement);
  if (before !== undefined) return before;
  let found = false;
  visitStatement(statement, (expression) => {
    found ||= expression.type === 'yield';
    return expression.type !== 'lambda';
  });
  found ||= innerBlocks(statement).some(yields);
  known.set(statement, found);
  return found;
}

/** Whether a `try` with `finally` contains one of the yields. */
export function yieldsInTry(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    if (statement.type === 'function' || statement.type === 'class') return false;
    if (statement.type === 'try' && statement.last.length > 0 && yields([statement])) return true;
    return innerBlocks(statement).some(yieldsInTry);
  });
}
