/** Names that statements bind in their own scope. Bodies of functions and classes have scopes of their own. */
import type { Expression, Statement } from './ast';
import { walrusNames } from './walrusNames';

export function boundNames(statements: readonly Statement[]): string[] {
  return statements.flatMap(namesIn);
}

/** Names by statement: programs that differ in one statement share the others. */
const known = new WeakMap<Statement, readonly string[]>();

function namesIn(statement: Statement): readonly string[] {
  const before = known.get(statement);
  if (before) return before;
  const names = [...new Set([...namesOf(statement), ...walrusNames(statement)])];
  known.set(statement, names);
  return names;
}

/** Names of `global` and `nonlocal` statements. */
export function declaredNames(statements: readonly Statement[]): { globals: string[]; nonlocals: string[] } {
  const globals: string[] = [];
  const nonlocals: string[] = [];
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      if (statement.type === 'global') globals.push(...statement.names);
      else if (statement.type === 'nonlocal') nonlocals.push(...statement.names);
      else innerBlocks(statement).forEach(visit);
    }
  };
  visit(statements);
  return { globals, nonlocals };
}

/** Names inside of an assignment target. */
export function targetNames(target: Expression): string[] {
  switch (target.type) {
    case 'name':
      return [target.name];
    case 'list':
    case 'tuple':
      return target.items.flatMap(({ value }) => targetNames(value));
    default:
      return [];
  }
}

/** Blocks of a compound statement that run in the same scope. */
export function innerBlocks(statement: Statement): (readonly Statement[])[] {
  switch (statement.type) {
    case 'for':
    case 'while':
      return [statement.body, statement.orElse];
    case 'if':
      return statement.branches.map(({ body }) => body);
    case 'with':
      return [statement.body];
    case 'try':
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.orElse, statement.last];
    default:
      return [];
  }
}

function namesOf(statement: Statement): string[] {
  const inner = innerBlocks(statement).flatMap((block) => boundNames(block));
  switch (statement.type) {
    case 'assign':
      return statement.targets.flatMap(targetNames);
    case 'update':
      return targetNames(statement.target);
    case 'delete':
      return statement.targets.flatMap(targetNames);
    case 'for':
      return [...targetNames(statement.target), ...inner];
    case 'with':
      return [...statement.items.flatMap(({ target }) => (target ? targetNames(target) : [])), ...inner];
    case 'try':
      return [...statement.handlers.flatMap(({ name }) => (name === undefined ? [] : [name])), ...inner];
    case 'import':
      return statement.bindings.map(({ name }) => name);
    case 'function':
    case 'class':
      return [statement.name];
    case 'skipped':
      return [...statement.names];
    default:
      return inner;
  }
}
