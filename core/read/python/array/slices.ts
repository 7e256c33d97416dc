/** Python's rules for indices and slices. */
import { PythonError, typeError, valueError } from '../runtime/PythonError';
import type { PyArray } from './PyArray';

export interface PySlice {
  readonly kind: 'slice';
  readonly start: number | undefined;
  readonly stop: number | undefined;
  readonly step: number | undefined;
  /** Bounds that only `np.mgrid` and the like take: floats, and a number of points for a step `30j`. */
  readonly grid?: { readonly points?: number };
}

export function resolveIndex(index: number, extent: number, axis: number, notation?: PyArray['notation']): number {
  const resolved = index < 0 ? index + extent : index;
  if (Number.isInteger(index) && resolved >= 0 && resolved < extent) return resolved;
  const name = notation === 'pytorch' ? 'dimension' : 'axis';
  throw new PythonError('IndexError', `index ${index} is out of bounds for ${name} ${axis} with size ${extent}`);
}

/** Missing, negative and too large bounds as in Python. */
export function resolveSlice(
  slice: PySlice,
  extent: number,
  notation?: PyArray['notation'],
): { start: number; step: number; count: number } {
  const [start, stop, step] = boundsWithin(slice, extent);
  if (notation === 'pytorch' && step < 0) throw valueError('step must be greater than zero');
  const count = Math.max(0, step === 1 ? stop - start : Math.ceil((stop - start) / step));
  return { start, step, count };
}

/** `slice.indices(extent)`: start, stop and step for an axis of this size. */
export function boundsWithin(slice: PySlice, extent: number): readonly [start: number, stop: number, step: number] {
  if (slice.grid) throw typeError('slice indices must be integers or None or have an __index__ method');
  const step = slice.step ?? 1;
  if (step === 0) throw valueError('slice step cannot be zero');
  const start = clampBound(slice.start, step > 0 ? 0 : extent - 1, extent, step);
  return [start, clampBound(slice.stop, step > 0 ? extent : -1, extent, step), step];
}

function clampBound(bound: number | undefined, missing: number, extent: number, step: number): number {
  if (bound === undefined) return missing;
  const resolved = bound < 0 ? bound + extent : bound;
  const [least, most] = step > 0 ? [0, extent] : [-1, extent - 1];
  return resolved < least ? least : resolved > most ? most : resolved;
}
