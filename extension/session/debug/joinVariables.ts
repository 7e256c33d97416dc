/** Chooses by name which of the earlier variables are kept with a new one. */
import type { ParsedArray } from '../../../core/read/ParseResult';
import { roleOfName } from '../../../core/setup/roles/roles';

/** A variable as it was read: one array, or several of an object. */
export interface ReadVariable {
  readonly chain: string;
  readonly arrays: readonly ParsedArray[];
}

/** A filter, bias or gradient joins what is there and displaces one of its own role; an input keeps the filter and replaces everything else. */
export function joinVariables(
  before: readonly ReadVariable[],
  added: readonly ReadVariable[],
): readonly ReadVariable[] {
  const taken = new Set(added.map(partOf));
  const chains = new Set(added.map(({ chain }) => chain));
  return [...before.filter((variable) => !chains.has(variable.chain) && !taken.has(partOf(variable))), ...added];
}

/** An array whose name is not that of a filter, a bias or a gradient is an input. */
function partOf({ arrays }: ReadVariable): string {
  const role = roleOfName(arrays[0]?.name);
  return role === undefined || role === 'result' ? 'x' : role;
}
