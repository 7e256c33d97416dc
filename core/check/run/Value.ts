/** Values that pass between the checker and a Python program. */
import type { NdArray } from '../../array/NdArray';

export type Value =
  | { readonly kind: 'array'; readonly array: NdArray; readonly integer: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly integer: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'sequence'; readonly items: readonly Value[] }
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string | number, Value> }
  | { readonly kind: 'other'; readonly description: string };

export function arrayValue(array: NdArray): Value {
  return { kind: 'array', array, integer: false };
}

export function numberValue(value: number, integer = Number.isInteger(value)): Value {
  return { kind: 'number', value, integer };
}

export function textValue(value: string): Value {
  return { kind: 'text', value };
}

/** The array or number as an array; undefined for other values. */
export function asArray(value: Value | undefined): NdArray | undefined {
  if (value?.kind === 'array') return value.array;
  if (value?.kind === 'number') return { shape: [], data: Float64Array.of(value.value) };
  return undefined;
}
