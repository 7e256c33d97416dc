/** From a value of a program to numbers, texts, lists and dictionaries that have a meaning outside of it. */
import { budget } from '../../../budget';
import type { NdArray } from '../../../array/NdArray';
import type { Value } from '../../ParseResult';
import type { PyArray } from '../array/PyArray';
import type { Py } from './Py';

export interface Conversion {
  /** Whether one more value is converted; may throw where the work is too much. */
  readonly admits: (value: Py) => boolean;
  readonly array: (array: PyArray) => NdArray;
}

/** Undefined for what is not admitted, for nesting that is too deep, and for functions, modules and slices. */
export function plainValue(value: Py, conversion: Conversion, depth = 0): Value | undefined {
  if (!conversion.admits(value) || depth > budget.depth) return undefined;
  const inner = (item: Py): Value => plainValue(item, conversion, depth + 1) ?? null;
  switch (value.kind) {
    case 'array':
      return conversion.array(value);
    case 'number':
      return value.dtype === 'bool' ? value.value !== 0 : value.value;
    case 'text':
      return value.value;
    case 'none':
      return null;
    case 'list':
    case 'tuple':
    case 'range':
      return value.items.map(inner);
    case 'dictionary':
      return Object.fromEntries([...value.entries].map(([key, item]) => [String(key), inner(item)]));
    default:
      return undefined;
  }
}
