/** Makes Python values. */
import type { Py, PyNumber, PySequence, PyText } from './Py';

export const NONE: Py = { kind: 'none' };
export const ELLIPSIS = { kind: 'ellipsis' } as const satisfies Py;
export const UNKNOWN: Py = { kind: 'unknown' };

export function pyInteger(value: number): PyNumber {
  return { kind: 'number', value, dtype: 'int64' };
}

/** `np.nan` is one object: a list that has it contains it. */
export const NAN: Py = { kind: 'number', value: NaN, dtype: 'float64' };

export function pyFloat(value: number): PyNumber {
  return { kind: 'number', value, dtype: 'float64' };
}

export function pyBool(value: boolean): PyNumber {
  return { kind: 'number', value: value ? 1 : 0, dtype: 'bool' };
}

export function pyTuple(items: Py[]): PySequence {
  return { kind: 'tuple', items };
}

export function pyText(value: string): PyText {
  return { kind: 'text', value };
}

export function pyList(items: Py[]): PySequence {
  return { kind: 'list', items };
}

/** Marks a list whose items change: the numbers of the text are no longer its numbers. */
export function listChanges({ whole }: PySequence): void {
  if (whole) whole.changed = true;
}
