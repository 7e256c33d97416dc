/** Where functions yield. */
import type { Statement } from './ast';
import { innerBlocks } from './boundNames';
import { visitStatement } from './visitExpressions';

/** Whether the statements yield, outside of the functions that they define. */
export function yields(statements: readonly Statement[]): boolean {
  let found = false;
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      visitStatement(statement, (expression) => {
        found ||= expression.type === 'yield';
        return expression.type !== 'lambda';
      });
      innerBlocks(statement).forEach(visit);
    }
  };
  visit(statements);
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
