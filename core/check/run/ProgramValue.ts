/** Values that pass between the checker and a Python program. */
import type { NdArray } from '../../array/NdArray';

export type ProgramValue =
  | { readonly kind: 'array'; readonly array: NdArray; readonly integer: boolean; readonly isByte?: true }
  | { readonly kind: 'number'; readonly value: number; readonly integer: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'none' }
  /** `fields`: the items of a named tuple by their names. `isTuple`: of a program's result, whether it is a tuple. */
  | {
      readonly kind: 'sequence';
      readonly items: readonly ProgramValue[];
      readonly isTuple?: true;
      readonly fields?: ReadonlyMap<string, ProgramValue>;
    }
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string | number, ProgramValue> }
  /** `fields`: of an object, its attributes. */
  | { readonly kind: 'other'; readonly description: string; readonly fields?: ReadonlyMap<string, ProgramValue> };

export function arrayValue(array: NdArray): ProgramValue {
  return { kind: 'array', array, integer: false };
}

export function numberValue(value: number, integer = Number.isInteger(value)): ProgramValue {
  return { kind: 'number', value, integer };
}

export function textValue(value: string): ProgramValue {
  return { kind: 'text', value };
}

/** A number, or an item of a pair. */
export function numberOf(value: ProgramValue | undefined, item = 0): number | undefined {
  if (value?.kind === 'sequence') return numberOf(value.items[item]);
  return value?.kind === 'number' ? value.value : undefined;
}

/** As `asArray`, also of a list of numbers. */
export function asLineArray(value: ProgramValue | undefined): NdArray | undefined {
  if (value?.kind !== 'sequence' || !isFlatList(value)) return asArray(value);
  const data = Float64Array.from(value.items, (item) => (item.kind === 'number' ? item.value : NaN));
  return { shape: [data.length], data };
}

/** The array, number or list of lists of numbers as an array; undefined for other values. */
export function asArray(value: ProgramValue | undefined): NdArray | undefined {
  if (value?.kind === 'array') return value.array;
  if (value?.kind === 'sequence') return isArrayList(value) ? stacked(value.items) : nestedArray(value);
  if (value?.kind === 'number') return { shape: [], data: Float64Array.of(value.value) };
  return undefined;
}

/** A list of numbers. */
export function isFlatList(value: ProgramValue | undefined): boolean {
  return value?.kind === 'sequence' && value.items.length > 0 && value.items.every(({ kind }) => kind === 'number');
}

/** A list of arrays of one shape, such as one filter after another. */
export function isArrayList(value: ProgramValue | undefined): boolean {
  if (value?.kind !== 'sequence' || value.items.length === 0) return false;
  const shapes = value.items.map((item) => (item.kind === 'array' ? item.array.shape.join() : undefined));
  return shapes.every((shape) => shape !== undefined && shape === shapes[0]);
}

/** Whether a value is a list of lists of numbers, of any depth from 2 on. */
export function isNestedList(value: ProgramValue | undefined): boolean {
  return value?.kind === 'sequence' && nestedArray(value) !== undefined;
}

function stacked(items: readonly ProgramValue[]): NdArray | undefined {
  const arrays = items.flatMap((item) => (item.kind === 'array' ? [item.array] : []));
  const [first] = arrays;
  return (
    first && {
      shape: [arrays.length, ...first.shape],
      data: Float64Array.from(arrays.flatMap(({ data }) => [...data])),
    }
  );
}

function nestedArray(list: Extract<ProgramValue, { kind: 'sequence' }>): NdArray | undefined {
  const numbers: number[] = [];
  const shape = collect(list, numbers);
  return shape && shape.length > 1 && numbers.length > 0 ? { shape, data: Float64Array.from(numbers) } : undefined;
}

/** The shape of a value whose numbers are appended; undefined where it is ragged or holds something else. */
function collect(value: ProgramValue, numbers: number[]): number[] | undefined {
  if (value.kind === 'number') {
    numbers.push(value.value);
    return [];
  }
  if (value.kind !== 'sequence') return undefined;
  const shapes = value.items.map((item) => collect(item, numbers));
  const [first] = shapes;
  if (!first || shapes.some((shape) => shape?.join() !== first.join())) return undefined;
  return [shapes.length, ...first];
}
