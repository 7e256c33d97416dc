/** Whether a value is a dictionary: not a list, and not an array. */
import type { Value } from './ParseResult';

export function isDictionary(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('data' in value && 'shape' in value);
}
