/** The text of an expression for the other axis: `j * stride` for `i * stride`. */
import { childNodes } from '../../source/PythonTree';
import { twinPairs } from '../../source/twins';
import type { FunctionScope } from './FunctionScope';

/** By the names and attributes that the function and its class have for both axes; `more`: names that it lacks. */
export function otherAxisOf(scope: FunctionScope, more: readonly string[] = []): (text: string) => string {
  const { names, attributes } = scope;
  const bare = attributes.map((attribute) => attribute.replace(/^self\./, ''));
  const pairs = twinPairs([...new Set([...names, ...bare, ...more])]);
  const replaced = (others: ReadonlyMap<string, string>) => (text: string) =>
    text.replace(/[A-Za-z_]\w*/g, (name) => others.get(name) ?? name);
  const others = new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
  const assigned = assignedPairs(scope, replaced(others));
  return replaced(new Map([...others, ...assigned.flatMap(([a, b]) => [[a, b] as const, [b, a] as const])]));
}

/** `r, q = i * stride, j * stride`: two names of one statement whose values differ in the axis only. */
function assignedPairs(scope: FunctionScope, otherAxis: (text: string) => string): [string, string][] {
  return scope.all('AssignStatement').flatMap((statement): [string, string][] => {
    const [a, b, operator, first, second, ...more] = childNodes(statement).filter(({ name }) => name !== ',');
    if (operator?.name !== 'AssignOp' || !first || !second || more.length > 0) return [];
    if (a?.name !== 'VariableName' || b?.name !== 'VariableName') return [];
    const isMirrored = scope.text(first) !== scope.text(second) && otherAxis(scope.text(first)) === scope.text(second);
    return isMirrored ? [[scope.text(a), scope.text(b)]] : [];
  });
}
