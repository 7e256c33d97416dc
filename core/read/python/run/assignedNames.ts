/** The names that statements may bind or change. */
import type { Expression, Statement } from '../syntax/ast';

export function assignedNames(statements: readonly Statement[]): string[] {
  return statements.flatMap(namesOf);
}

function namesOf(statement: Statement): string[] {
  switch (statement.type) {
    case 'assign':
      return statement.targets.flatMap(targetNames);
    case 'update':
      return targetNames(statement.target);
    case 'for':
      return [...targetNames(statement.target), ...assignedNames(statement.body)];
    case 'if':
      return statement.branches.flatMap(({ body }) => assignedNames(body));
    case 'block':
      return assignedNames(statement.body);
    case 'skipped':
      return [...statement.names];
    case 'define':
      return [statement.name];
    case 'import':
    case 'expression':
    case 'observe':
    case 'break':
    case 'continue':
    case 'pass':
      return [];
  }
}

/** `x[0]` and `x.data` change x. */
function targetNames(target: Expression): string[] {
  switch (target.type) {
    case 'name':
      return [target.name];
    case 'list':
    case 'tuple':
      return target.items.flatMap(({ value }) => targetNames(value));
    case 'subscript':
    case 'member':
      return targetNames(target.object);
    default:
      return [];
  }
}
