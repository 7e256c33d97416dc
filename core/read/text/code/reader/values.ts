/** Values of expressions in C-like languages. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import type { CallNode } from './nodes';

/** Undefined: not known. */
export type CodeValue =
  | NdArray
  | number
  | boolean
  | string
  | null
  | readonly CodeValue[]
  | ReadonlyMap<string, CodeValue>
  | Made
  | undefined;

/** An object of a layer or of its options, made by a call: `MaxPool2dFuncOptions(2).stride(1)`. */
export interface Made {
  readonly made: CallNode;
  /** The arguments of the call. */
  readonly args: readonly CodeValue[];
  /** What later calls set: `stride`, `padding`. */
  readonly set: ReadonlyMap<string, CodeValue>;
}

export function isArray(value: CodeValue): value is NdArray {
  return typeof value === 'object' && value !== null && 'shape' in value;
}

export function isList(value: CodeValue): value is readonly CodeValue[] {
  return Array.isArray(value);
}

export function isMade(value: CodeValue): value is Made {
  return typeof value === 'object' && value !== null && 'made' in value;
}

export function isRecord(value: CodeValue): value is ReadonlyMap<string, CodeValue> {
  return value instanceof Map;
}

/** The array of nested lists of numbers; undefined where rows differ in length or a part is not a number. */
export function arrayOfValue(value: CodeValue): NdArray | undefined {
  if (isArray(value)) return value;
  if (typeof value === 'number') return { shape: [], data: Float64Array.of(value) };
  if (!isList(value) || value.length === 0) return undefined;
  const numbers: number[] = [];
  const shape = collect(value, numbers);
  return shape && sizeOf(shape) === numbers.length ? { shape, data: Float64Array.from(numbers) } : undefined;
}

function collect(list: readonly CodeValue[], numbers: number[]): number[] | undefined {
  let inner: number[] | undefined;
  for (const [index, item] of list.entries()) {
    let own: number[] | undefined;
    if (isList(item)) own = collect(item, numbers);
    else if (typeof item === 'number' || typeof item === 'boolean') {
      numbers.push(Number(item));
      own = [];
    } else if (isArray(item)) {
      numbers.push(...item.data);
      own = [...item.shape];
    }
    if (own === undefined || (index > 0 && own.join() !== inner!.join())) return undefined;
    inner = own;
  }
  return [list.length, ...(inner ?? [])];
}

/** A whole number, or a list of them, as numbers. */
export function wholeNumbers(value: CodeValue): number[] | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? [value] : undefined;
  if (isArray(value))
    return value.shape.length <= 1 && value.data.every(Number.isInteger) ? Array.from(value.data) : undefined;
  if (!isList(value)) return undefined;
  return value.every((each): each is number => typeof each === 'number' && Number.isInteger(each))
    ? [...value]
    : undefined;
}

export function shapedAs(array: NdArray | undefined, shape: readonly number[] | undefined): NdArray | undefined {
  if (!array || !shape) return undefined;
  const open = shape.indexOf(-1);
  const known = shape.reduce((product, extent) => (extent === -1 ? product : product * extent), 1);
  const full = open < 0 ? shape : shape.map((extent) => (extent === -1 ? array.data.length / known : extent));
  if (!full.every((extent) => Number.isInteger(extent) && extent > 0)) return undefined;
  return sizeOf(full) === array.data.length ? { shape: [...full], data: array.data } : undefined;
}
