/** Converts between the interpreter's values and the core's arrays. */
import { budget } from '../../budget';
import { sizeOf, type NdArray } from '../../array/NdArray';
import { arrayOf, flat, type PyArray } from './array/PyArray';
import type { Dtype } from './array/dtype';
import { toArray } from './library/call/coerce';
import { Unavailable } from './runtime/Unavailable';
import type { Context } from './runtime/Context';
import { NONE, boolean, float, integer, text } from './value/constructors';
import type { Py } from './value/Py';

/** A value of a program, outside of it. */
export type Plain = NdArray | number | boolean | string | null | readonly Plain[] | PlainRecord;

interface PlainRecord {
  readonly [key: string]: Plain;
}

const MAX_ITEMS = 10_000_000;

/** Whole numbers become `int`, other numbers `float`; arrays are copied. */
export function toPy(value: Plain, dtype?: Dtype): Py {
  if (value === null) return NONE;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && dtype === undefined ? integer(value) : float(value);
  if (typeof value === 'boolean') return boolean(value);
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return { kind: 'tuple', items: (value as readonly Plain[]).map((item) => toPy(item)) };
  if (isArray(value as NdArray)) {
    const { data, shape } = value as NdArray;
    return arrayOf(data.slice(), [...shape], dtype ?? (data instanceof Float32Array ? 'float32' : 'float64'));
  }
  const entries = Object.entries(value as PlainRecord).map(([key, item]) => [key, toPy(item)] as const);
  return { kind: 'dictionary', entries: new Map(entries) };
}

/** Arrays are copied. Undefined for functions, classes and other values without a meaning outside. */
export function fromPy(value: Py): Plain | undefined {
  return plain(value, 0, { left: MAX_ITEMS });
}

/** A value, or a regular list of numbers, as an array. */
export function arrayFromPy(value: Py, context: Context): NdArray | undefined {
  if (value.kind !== 'array' && value.kind !== 'number' && value.kind !== 'list' && value.kind !== 'tuple')
    return undefined;
  const array = knownArray(value, context);
  if (!array) return undefined;
  return { shape: [...array.shape], data: flat(array).slice() };
}

/** Undefined where an item of a list is not known. */
function knownArray(value: Py, context: Context): PyArray | undefined {
  try {
    return toArray(value, context);
  } catch (error) {
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
}

function plain(value: Py, depth: number, remaining: { left: number }): Plain | undefined {
  remaining.left -= value.kind === 'array' ? sizeOf(value.shape) : 1;
  if (depth > budget.depth || remaining.left < 0) return undefined;
  switch (value.kind) {
    case 'array':
      return { shape: [...value.shape], data: flat(value).slice() };
    case 'number':
      return value.dtype === 'bool' ? value.value !== 0 : value.value;
    case 'text':
      return value.value;
    case 'none':
      return null;
    case 'list':
    case 'tuple':
    case 'range':
      return value.items.map((item) => plain(item, depth + 1, remaining) ?? null);
    case 'dictionary':
      return Object.fromEntries(
        [...value.entries].map(([key, item]) => [String(key), plain(item, depth + 1, remaining) ?? null]),
      );
    default:
      return undefined;
  }
}

function isArray(value: NdArray): boolean {
  return ArrayBuffer.isView(value.data) && Array.isArray(value.shape);
}
