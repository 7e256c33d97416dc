/** `Array.isArray` that also takes the readonly lists out of a union. */
export function isReadonlyArray<T>(value: T): value is Extract<T, readonly unknown[]> {
  return Array.isArray(value);
}
