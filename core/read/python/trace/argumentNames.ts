/** The arguments of a call by the names of the parameters. */
import type { Py } from '../value/Py';

export function argumentNames(
  callee: Py,
  positional: readonly Py[],
  named: ReadonlyMap<string, { readonly value: Py }>,
): Map<string, Py> {
  const parameters = callee.kind === 'function' ? (callee.user?.parameters ?? []) : [];
  const found = new Map(positional.map((value, index) => [parameters[index] ?? `argument ${index}`, value] as const));
  for (const [name, { value }] of named) found.set(name, value);
  return found;
}
