/** Whether what something was drawn from is still the same. */
export function sameParts(parts: readonly unknown[], before: readonly unknown[]): boolean {
  return parts.length === before.length && parts.every((part, index) => part === before[index]);
}
