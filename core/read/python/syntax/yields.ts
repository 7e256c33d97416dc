/** Whether a function is a generator function. */
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
