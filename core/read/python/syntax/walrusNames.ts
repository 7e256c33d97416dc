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

/** Whether the function whose body this is yields. */
export function yields(
  statements: readonly Statement[],
  blocksOf: (statement: Statement) => (readonly Statement[])[],
): boolean {
  let found = false;
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      visitStatement(statement, (expression) => {
        found ||= expression.type === 'yield';
        return expression.type !== 'lambda';
      });
      blocksOf(statement).forEach(visit);
    }
  };
  visit(statements);
  return found;
}
