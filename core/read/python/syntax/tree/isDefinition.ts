/** Statements that define names without computing. */
import type { Statement } from './ast';

export function isDefinition(statement: Statement): boolean {
  switch (statement.type) {
    case 'function':
    case 'class':
    case 'import':
      return true;
    case 'assign':
      return (
        /^(number|text|constant)$/.test(statement.value.type) && statement.targets.every(({ type }) => type === 'name')
      );
    default:
      return false;
  }
}
