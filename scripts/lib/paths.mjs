// @ts-check
// Paths of this repository.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Tools that the scripts fetch; git ignores it. */
export const cache = join(root, '.cache');

/** @param {string[]} parts */
export function inRoot(...parts) {
  return join(root, ...parts);
}
