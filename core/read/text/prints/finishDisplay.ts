/** From the numbers of a display to its array. */
import type { Display, DisplayFailure } from '../types/Display';
import type { NumberGrid } from './readGrid';

/** Numbers with their shape and places, not named yet. */
export type Shown = Omit<NumberGrid, 'rows' | 'cols'> & { readonly shape: readonly number[] };

export function finish(read: NumberGrid | Shown | DisplayFailure, name?: string): Display | DisplayFailure {
  if ('detail' in read) return read;
  const shape = 'shape' in read ? read.shape : [read.rows, read.cols];
  const array = { array: { shape, data: read.data }, ranges: read.ranges, range: [read.start, read.end] as const };
  return { array: { ...array, ...(name !== undefined && name !== 'ans' && { name }) }, end: read.end };
}

/** The match of a sticky pattern at `at`. */
export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
