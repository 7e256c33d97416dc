/** Whether a value that came as text or from another process has entries: an object that is not a list. */
export function hasEntries(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
