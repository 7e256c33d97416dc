/**
 * The entry of a table under a key that comes from outside, such as a name in a text. A plain index would find
 * `constructor` and `__proto__`, which every object inherits.
 */
export function ownEntry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
