/** A call with other arrays before the one whose result counts: what an object or a default argument keeps shows in the second. */

/** Statements of the driver; `calls`: those that are made twice. */
export function earlierUse(calls: readonly string[]): string[] {
  const other = ['_x, _g = x, g', 'x, g = 3 - 2 * x, (None if g is None else 2 * g - 1)'];
  return ["if use == 'second-call':", ...[...other, ...calls, 'x, g = _x, _g'].map((line) => `    ${line}`)];
}

/** A default that is made once and can be changed: an empty list or dictionary, an array. */
export const MADE_ONCE = /^(?:\[\]|\{\}|list\(\)|dict\(\)|np\.(?:zeros|ones|empty|array)\(.*\))$/;
