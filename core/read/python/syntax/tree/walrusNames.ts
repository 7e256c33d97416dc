/** Names that `:=` binds in a statement, outside of lambdas. */
import type { Statement } from './ast';
import { visitStatement } from './visitExpressions';

export function walrusNames(statement: Statement): string[] {
  const names: string[] = [];
  visitStatement(statement, (expression) => {
    if (expression.type === 'walrus') names.push(expression.name);
    return expression.type !== 'lambda';
  });
  return names;
}
