/** Whether the text's version of a layer function returns something else than the layer. */
import { sizeOf } from '../../../../array/NdArray';
import { flat } from '../../array/PyArray';
import type { Py } from '../../value/Py';

/** Compares the first results, in any shape; what is not known does not differ. */
export function differs(layer: Py, own: Py): boolean {
  const expected = numbersOf(firstOf(layer));
  const result = firstOf(own);
  if (expected === undefined || result === undefined || result.kind === 'unknown') return false;
  const found = numbersOf(result);
  if (found === undefined || found.length !== expected.length) return true;
  let scale = 1e-12;
  for (const value of expected) if (Number.isFinite(value)) scale = Math.max(scale, Math.abs(value));
  // Single precision of either side.
  return expected.some((value, index) => Math.abs(value - found[index]!) > 1e-4 * scale);
}

function firstOf(value: Py): Py | undefined {
  return value.kind === 'tuple' ? value.items[0] : value;
}

function numbersOf(value: Py | undefined): number[] | undefined {
  if (value?.kind === 'number') return [value.value];
  return value?.kind === 'array' && sizeOf(value.shape) > 0 ? Array.from(flat(value)) : undefined;
}
