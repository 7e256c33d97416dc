/** Numbers as source text that reads back to the same value. */
import { shortest } from '../array/format';

/** What a language calls NaN, infinity and minus infinity. */
export type NonFiniteNames = readonly [nan: string, infinity: string, minusInfinity: string];

/** The text of a value that may not be finite; finite values through `finite`. */
export function numberText(value: number, names: NonFiniteNames, finite: (value: number) => string): string {
  if (Number.isNaN(value)) return names[0];
  if (value === Infinity) return names[1];
  return value === -Infinity ? names[2] : finite(value);
}

/** `1.0`, `-0.0`, `1e+21`: text that no language takes for an integer. `single`: the shortest digits of a float32. */
export function floatText(value: number, single = false): string {
  const text = shortest(value, single);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** `1`, `-0`, `2.5`. */
export function pythonNumber(value: number): string {
  return shortest(value);
}
