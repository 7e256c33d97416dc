/** One part of the index of an array. */
import type { PyArray } from './PyArray';
import type { PySlice } from './slices';

export type IndexPart =
  | { readonly kind: 'integer'; readonly value: number }
  | PySlice
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'pick'; readonly array: PyArray };

/** Axes of the array that a part of an index takes. */
export function axesUsed(part: IndexPart): number {
  if (part.kind === 'none' || part.kind === 'ellipsis') return 0;
  return part.kind === 'pick' && part.array.dtype === 'bool' ? part.array.shape.length : 1;
}
