/** A name that is read and that no line binds: the line is written from what the name means and from how it is used. */
import type { SyntaxNode } from '@lezer/common';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import type { Candidate } from '../../Candidate';
import { namesWithoutValue } from '../loops/unboundNames';
import { arrayValues } from './values/arrayValues';
import { unsetIn } from '../python/unsetAttributes';
import { missingLineBefore } from './missingLine';
import { optionValues } from './values/optionValues';
import { isWritten } from './unchangedZeros';
import { boundValues, partValues } from './values/windowValues';

/** More names than one line binds. */
const MOST_NAMES = 3;
/** Lines for one name. */
const MOST_LINES = 200;

export function* missingBindings(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  const missing = [...namesWithoutValue(scope), ...readBeforeBound(scope), ...unsetIn(scope)];
  if (missing.length > MOST_NAMES) return;
  for (const name of missing) yield* linesFor(scope, name, operation, 1.5);
  // The text has a variable of this name, which is not meant.
  for (const name of ofText(scope)) yield* linesFor(scope, name, operation, 2.3);
}

function* linesFor(scope: FunctionScope, name: string, operation: CourseFunction, cost: number): Iterable<Candidate> {
  const use = scope
    .all(['VariableName', 'MemberExpression'])
    .find((node) => scope.text(node) === name && (isRead(node) || isChanged(node) || node.name !== 'VariableName'));
  if (!use) return;
  const values = new Set([
    ...(isWritten(scope, name) ? arrayValues(scope, name, use, operation) : []),
    ...optionValues(scope, name, use),
    ...boundValues(scope, name, use),
    ...arrayValues(scope, name, use, operation),
    ...partValues(scope, name, use),
  ]);
  for (const [k, value] of [...values].slice(0, MOST_LINES).entries())
    yield missingLineBefore(scope, use, `${name} = ${value}`, cost + k / 100);
}

/** `name[...] = value`. */
function isChanged({ parent }: SyntaxNode): boolean {
  return parent?.name === 'MemberExpression';
}

/** `out = out.reshape(…)`, also below `out[i, j] = …`, where nothing binds `out` before. */
function readBeforeBound(scope: FunctionScope): string[] {
  return scope.all('AssignStatement').flatMap((statement) => {
    const [target] = childNodes(statement);
    const name = target?.name === 'VariableName' ? scope.text(target) : '';
    if (name === '' || scope.parameters.includes(name)) return [];
    const nodes = scope.all('VariableName').filter((node) => scope.text(node) === name);
    const before = nodes.filter((node) => node.from < target!.from);
    const own = nodes.filter((node) => node.from > target!.to && node.to <= statement.to);
    return before.every(isChanged) && own.length > 0 ? [name] : [];
  });
}

/** Names of arrays whose cells the function assigns, or that it returns, which only the top level of the text binds. */
function ofText(scope: FunctionScope): string[] {
  const missing = new Set(namesWithoutValue(scope));
  const names = new Set(scope.all('VariableName').map((node) => scope.text(node)));
  const returned = new Set(scope.all('ReturnStatement').flatMap((node) => scope.text(node).match(/\w+/g) ?? []));
  return [...names].filter(
    (name) => !scope.names.includes(name) && !missing.has(name) && (isWritten(scope, name) || returned.has(name)),
  );
}
