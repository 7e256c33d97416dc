/** Variables that a statement assigns or changes in place: `out` in `out[i, j] = 1`, in any of its blocks. */
import type { Expression, Statement } from '../../syntax/tree/ast';
import { boundNames, innerBlocks } from '../../syntax/tree/boundNames';
import { visitStatement } from '../../syntax/tree/visitExpressions';
import { isChangingMethod } from '../methods/listMethods';

export function changedNames(statement: Statement): Set<string> {
  const names = new Set<string>();
  for (const target of assignedTargets(statement)) {
    const root = rootOf(target);
    if (root !== undefined) names.add(root);
  }
  for (const block of innerBlocks(statement))
    for (const each of block) changedNames(each).forEach((name) => names.add(name));
  return names;
}

/** Also the names that it binds, and the variables that methods change: `out` in `out.append(x)`. */
export function filledNames(statement: Statement): string[] {
  const names = changedNames(statement);
  visitStatement(statement, (expression) => {
    if (expression.type !== 'call' || expression.callee.type !== 'member') return true;
    const root = isChangingMethod(expression.callee.name) ? rootOf(expression.callee.object) : undefined;
    if (root !== undefined) names.add(root);
    return true;
  });
  const inner = innerBlocks(statement).flatMap((block) => block.flatMap(filledNames));
  return [...names, ...boundNames([statement]), ...inner];
}

/** Targets of the statement itself, without those of its blocks. */
export function assignedTargets(statement: Statement): readonly Expression[] {
  switch (statement.type) {
    case 'assign':
      return statement.targets.flatMap(flattened);
    case 'update':
      return [statement.target];
    case 'delete':
      return statement.targets.flatMap(flattened);
    case 'for':
      return flattened(statement.target);
    default:
      return [];
  }
}

/** The variable that `x[0].data` belongs to. */
export function rootOf(expression: Expression): string | undefined {
  if (expression.type === 'name') return expression.name;
  if (expression.type === 'subscript' || expression.type === 'member') return rootOf(expression.object);
  return expression.type === 'call' && expression.callee.type === 'member'
    ? rootOf(expression.callee.object)
    : undefined;
}

function flattened(target: Expression): Expression[] {
  return target.type === 'list' || target.type === 'tuple'
    ? target.items.flatMap(({ value }) => flattened(value))
    : [target];
}
