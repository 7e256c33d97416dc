/** Visits the expressions of a statement or expression, outermost first. */
import type { Expression, FormatPart, IndexItem, Statement } from './ast';

/** `visit` returns false to leave out what is inside. Nested blocks, functions and classes of a statement are not visited. */
export function visitStatement(statement: Statement, visit: (expression: Expression) => boolean): void {
  const each = (expression: Expression | undefined): void => {
    if (expression) visitExpression(expression, visit);
  };
  switch (statement.type) {
    case 'assign':
      statement.targets.forEach(each);
      return each(statement.value);
    case 'update':
      each(statement.target);
      return each(statement.value);
    case 'expression':
    case 'return':
    case 'raise':
      return each(statement.value);
    case 'for':
      each(statement.target);
      return each(statement.over);
    case 'while':
      return each(statement.test);
    case 'if':
      return statement.branches.forEach(({ test }) => each(test));
    case 'with':
      return statement.items.forEach(({ value, target }) => {
        each(value);
        each(target);
      });
    case 'try':
      return statement.handlers.forEach(({ types }) => each(types));
    case 'assert':
      each(statement.test);
      return each(statement.message);
    case 'delete':
      return statement.targets.forEach(each);
    case 'function':
      statement.parameters.forEach(({ missing }) => each(missing));
      return statement.decorators.forEach(each);
    case 'class':
      statement.bases.forEach(each);
      return statement.decorators.forEach(each);
    default:
      return;
  }
}

function visitExpression(expression: Expression, visit: (expression: Expression) => boolean): void {
  if (visit(expression)) childrenOf(expression).forEach((child) => visitExpression(child, visit));
}

function childrenOf(expression: Expression): Expression[] {
  switch (expression.type) {
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items.map(({ value }) => value);
    case 'dictionary':
      return expression.entries.flatMap(({ key, value }) => (key ? [key, value] : [value]));
    case 'unary':
      return [expression.operand];
    case 'binary':
    case 'logic':
      return [expression.left, expression.right];
    case 'chain':
      return [...expression.operands];
    case 'choice':
      return [expression.test, expression.yes, expression.no];
    case 'member':
      return [expression.object];
    case 'subscript':
      return [expression.object, ...expression.index.items.flatMap(partsOf)];
    case 'call':
      return [expression.callee, ...expression.args.map(({ value }) => value)];
    case 'lambda':
      return [...expression.parameters.flatMap(({ missing }) => (missing ? [missing] : [])), expression.body];
    case 'comprehension':
      return [
        ...expression.clauses.flatMap(({ target, over, tests }) => [over, target, ...tests]),
        ...(expression.key ? [expression.key] : []),
        expression.element,
      ];
    case 'format':
      return formatExpressions(expression.parts);
    case 'walrus':
      return [expression.value];
    case 'yield':
      return expression.value ? [expression.value] : [];
    default:
      return [];
  }
}

function partsOf(item: IndexItem): Expression[] {
  if (item.type === 'spread') return [item.value];
  if (item.type !== 'slice') return [item];
  return [item.start, item.stop, item.step].filter((part) => part !== undefined);
}

function formatExpressions(parts: readonly FormatPart[]): Expression[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [] : [part.value, ...formatExpressions(part.spec)]));
}
