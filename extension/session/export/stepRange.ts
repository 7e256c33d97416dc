/** A range of steps as a user types it: `3-40`, `7`; 1-based. */

/** 0-based, both ends included. Undefined unless it lies in 1 … count and has at most `most` steps. */
export function readRange(text: string, count: number, most: number): { from: number; to: number } | undefined {
  const match = /^\s*(\d+)\s*(?:[-–]\s*(\d+)\s*)?$/.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]) - 1;
  const to = Number(match[2] ?? match[1]) - 1;
  return from >= 0 && from <= to && to < count && to - from < most ? { from, to } : undefined;
}
