/** Names the mistake behind printed numbers, without the code that printed them. */
import { formatMessage } from '../../message';
import type { Mistake } from '../FunctionCheck';
import { codeOf } from '../source/codeOf';
import { checkPrinted, type PrintCheck } from '../printed/checkPrinted';
import { COURSE_SOURCE } from './catalog/courseSource';
import type { WrongLayer } from './catalog/WrongLayer';
import { WRONG_LAYERS } from './catalog/wrongLayers';

/**
 * `source`: the calls that printed `output`; their functions may be missing.
 * Returns the wrong layers that print the same numbers to every digit; none where the numbers are right or unknown.
 */
export function nameWrongNumbers(source: string, output: string): Mistake[] {
  const checks = checkPrinted(source, output);
  if (checks.length === 0 || checks.every(({ agrees }) => agrees)) return [];
  const code = codeOf(source);
  const seeded = checkPrinted(source, output, { seeded: true }).length === checks.length;
  const found = new Map<string, Mistake>();
  for (const layer of WRONG_LAYERS) {
    const { id, operation, detail, changes } = layer;
    if (found.has(id) || !new RegExp(`\\b${operation}\\b`).test(code)) continue;
    if (!explains(checkPrinted(`${wrongSource(layer)}\n${code}`, output, { seeded }), checks)) continue;
    found.set(id, { id, message: formatMessage(detail), detail, verified: changes.length > 0 });
  }
  return [...found.values()];
}

/** Every printed value agrees, and there are as many as before. A whole number is not a rounded one: NumPy prints the decimals. */
function explains(checks: readonly PrintCheck[], before: readonly PrintCheck[]): boolean {
  const isExplained = ({ agrees, printed, expected }: PrintCheck) => agrees && (!isWhole(printed) || isWhole(expected));
  return checks.length >= before.length && checks.every(isExplained);
}

function isWhole(text: string): boolean {
  return !/\.0*[1-9]/.test(text);
}

function wrongSource({ operation, changes }: WrongLayer): string {
  const changed = changes.reduce((text, [from, to]) => text.replaceAll(from, to), COURSE_SOURCE[operation]);
  return `import numpy as np\n${changed}`;
}
