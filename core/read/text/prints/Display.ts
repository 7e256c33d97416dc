/** What a display of an interactive session gives. */
import type { ParsedArray } from '../../ParseResult';
import type { Grid } from './grid';
import type { Problem } from '../scan/Problem';

/** `array` is absent for loose rows of numbers, which are passed over as a whole. */
export interface Display {
  readonly array?: ParsedArray;
  readonly end: number;
}

export type DisplayFailure = Problem & { readonly end: number };

/** Numbers with their shape and places, not named yet. */
export type Shown = Omit<Grid, 'rows' | 'cols'> & { readonly shape: readonly number[] };

export function finish(read: Grid | Shown | DisplayFailure, name?: string): Display | DisplayFailure {
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
