/** Names the mistake behind printed numbers, without the code that printed them. */
import { formatMessage } from '../../message';
import type { Mistake } from '../FunctionCheck';
import { codeOf } from '../source/codeOf';
import { checkPrinted, type PrintCheck } from '../printed/checkPrinted';
import { COURSE_SOURCE } from './courseSource';
import type { WrongLayer } from './WrongLayer';
import { WRONG_LAYERS } from './wrongLayers';

/**
 * `source`: the calls that printed `output`; their functions may be missing.
 * Returns the wrong layers that print the same numbers to every digit; none where the numbers are right or unknown.
 */
export function nameWrongNumbers(source: string, output: string): Mistake[] {
  const checks = checkPrinted(source, output);
  if (checks.length === 0 || checks.every(({ agrees }) => agrees)) return [];
  const code = codeOf(source);
  const found = new Map<string, Mistake>();
  for (const layer of WRONG_LAYERS) {
    const { id, operation, detail, changes } = layer;
    if (found.has(id) || !new RegExp(`\\b${operation}\\b`).test(code)) continue;
    if (!explains(checkPrinted(`${wrongSource(layer)}\n${code}`, output), checks)) continue;
    found.set(id, { id, message: formatMessage(detail), detail, verified: changes.length > 0 });
  }
  return [...found.values()];
}

/** Every printed value agrees, and there are as many as before. */
function explains(checks: readonly PrintCheck[], before: readonly PrintCheck[]): boolean {
  return checks.length >= before.length && checks.every(({ agrees }) => agrees);
}

function wrongSource({ operation, changes }: WrongLayer): string {
  const changed = changes.reduce((text, [from, to]) => text.replaceAll(from, to), COURSE_SOURCE[operation]);
  return `import numpy as np\n${changed}`;
}
