import type { SourceParameter } from '../../source/Definition';
import { rolesOf, type Role } from './roles';

const ARRAYS: readonly (Role | undefined)[] = ['input', 'filter', 'gradient', 'cache'];

/** Whether nothing but their places tells which arrays the parameters take: `conv(t, tk)`. */
export function areByOrder(parameters: readonly SourceParameter[], roles: ReadonlyMap<string, Role>): boolean {
  return parameters.every(({ name }) => !ARRAYS.includes(roles.get(name)) || rolesOf(name).length === 0);
}
