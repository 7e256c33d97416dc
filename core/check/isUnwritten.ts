/** Functions that a student has still to write. */
import type { CheckContext } from './CheckContext';
import type { Outcome } from './compare/runCase';
import type { Target } from './Target';

/** A function that is still to be written: it returns None and computes nothing. */
export function isUnwritten({ tree }: CheckContext, { definition }: Target, outcomes: readonly Outcome[]): boolean {
  const body = tree.text(definition.node).replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|#.*/g, '');
  if (/\b(?:for|while)\b|\bnp\.|[-+*/]/.test(body)) return false;
  if (!/=\s*None\b|\bpass\b/.test(body)) return false;
  return outcomes.every(({ error, arrays }) => !error && arrays.every(({ returned }) => returned === undefined));
}
