/** The text of an expression for the other axis: `j * stride` for `i * stride`. */
import { twinPairs } from '../source/twins';
import type { FunctionScope } from './FunctionScope';

/** By the names and attributes that the function and its class have for both axes; `more`: names that it lacks. */
export function otherAxisOf(
  { names, attributes }: FunctionScope,
  more: readonly string[] = [],
): (text: string) => string {
  const bare = attributes.map((attribute) => attribute.replace(/^self\./, ''));
  const pairs = twinPairs([...new Set([...names, ...bare, ...more])]);
  const others = new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
  return (text) => text.replace(/[A-Za-z_]\w*/g, (name) => others.get(name) ?? name);
}
