/** Whether JavaScript's own stack was exhausted, by deeply nested code. */

export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
