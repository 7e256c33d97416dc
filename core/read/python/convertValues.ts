/** Converts between the interpreter's values and the core's arrays. */
import { sizeOf, type NdArray } from '../../array/NdArray';
import { isReadonlyArray } from '../../isReadonlyArray';
import type { Value } from '../ParseResult';
import { arrayOf, flat, type PyArray } from './array/PyArray';
import type { Dtype } from './array/dtype';
import { toArray } from './library/call/coerce';
import { Unavailable } from './runtime/Unavailable';
import type { Context } from './runtime/Context';
import { NONE, pyBool, pyFloat, pyInteger, pyText } from './value/constructors';
import { plainValue } from './value/plainValue';
import type { Py } from './value/Py';

/** A value of a program, outside of it. */
export type Plain = Value;

const MAX_ITEMS = 10_000_000;

/** Whole numbers become `int`, other numbers `float`; arrays are copied. */
export function toPy(value: Plain, dtype?: Dtype): Py {
  if (value === null) return NONE;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && dtype === undefined ? pyInteger(value) : pyFloat(value);
  if (typeof value === 'boolean') return pyBool(value);
  if (typeof value === 'string') return pyText(value);
  if (isReadonlyArray(value)) return { kind: 'tuple', items: value.map((item) => toPy(item)) };
  if (isNdArray(value)) {
    const { data, shape } = value;
    return arrayOf(data.slice(), [...shape], dtype ?? (data instanceof Float32Array ? 'float32' : 'float64'));
  }
  const entries = Object.entries(value).map(([key, item]) => [key, toPy(item)] as const);
  return { kind: 'dictionary', entries: new Map(entries) };
}

/** Arrays are copied. Undefined for functions, classes and other values without a meaning outside. */
export function fromPy(value: Py): Plain | undefined {
  let remaining = MAX_ITEMS;
  return plainValue(value, {
    admits: (each) => (remaining -= each.kind === 'array' ? sizeOf(each.shape) : 1) >= 0,
    array: (array) => ({ shape: [...array.shape], data: flat(array).slice() }),
  });
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

function isNdArray(value: NdArray | Readonly<Record<string, Plain>>): value is NdArray {
  return ArrayBuffer.isView(value.data) && Array.isArray(value.shape);
}
