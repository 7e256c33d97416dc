/** NumPy's number types: how they combine, and what a number becomes when it is stored as one. */
import { LensError, msg } from '../../../message';
import { ownEntry } from '../../../ownEntry';
import { roundHalf } from './float16';

export const DTYPES = [
  'bool',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'uint32',
  'int32',
  'uint64',
  'int64',
  'float16',
  'float32',
  'float64',
] as const;

export type Dtype = (typeof DTYPES)[number];

const ALIASES: Readonly<Record<string, Dtype>> = {
  bool_: 'bool',
  bool8: 'bool',
  int: 'int64',
  int_: 'int64',
  long: 'int64',
  intp: 'int64',
  longlong: 'int64',
  byte: 'int8',
  ubyte: 'uint8',
  short: 'int16',
  ushort: 'uint16',
  intc: 'int32',
  uintc: 'uint32',
  uintp: 'uint64',
  ulonglong: 'uint64',
  uint: 'uint64',
  float: 'float64',
  float_: 'float64',
  double: 'float64',
  half: 'float16',
  single: 'float32',
  '?': 'bool',
  i1: 'int8',
  i2: 'int16',
  i4: 'int32',
  i8: 'int64',
  u1: 'uint8',
  u2: 'uint16',
  u4: 'uint32',
  u8: 'uint64',
  e: 'float16',
  f2: 'float16',
  f: 'float32',
  d: 'float64',
  f4: 'float32',
  f8: 'float64',
};

export function dtypeNamed(name: string): Dtype | undefined {
  const plain = name.replace(/^[<=|]/, '');
  return DTYPES.find((dtype) => dtype === plain) ?? (Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : undefined);
}

export function isFloat(dtype: Dtype): boolean {
  return dtype.startsWith('float');
}

/** bool 0, whole numbers 1, floating point 2: a scalar of no higher kind leaves an array's type alone. */
export function kindOf(dtype: Dtype): 0 | 1 | 2 {
  if (dtype === 'bool') return 0;
  return isFloat(dtype) ? 2 : 1;
}

/** NumPy's `promote_types`. */
export function promote(a: Dtype, b: Dtype): Dtype {
  if (a === b || b === 'bool') return a;
  if (a === 'bool') return b;
  if (isFloat(a) || isFloat(b)) return promoteFloat(a, b);
  const [signedBits, unsignedBits] = [widthOf(a, true, b), widthOf(a, false, b)];
  if (unsignedBits === 0) return dtypeOfBits(true, signedBits);
  if (signedBits === 0) return dtypeOfBits(false, unsignedBits);
  if (signedBits > unsignedBits) return dtypeOfBits(true, signedBits);
  return unsignedBits === 64 ? 'float64' : dtypeOfBits(true, 2 * unsignedBits);
}

/** `value` as an array of this type holds it, converted as C converts on x86-64. `from`: its type so far, where that matters. */
export function castTo(dtype: Dtype, from?: Dtype): (value: number) => number {
  return (from !== undefined && isFloat(from) && ownEntry(FLOAT_CASTS, dtype)) || CASTS[dtype];
}

const CASTS: Readonly<Record<Dtype, (value: number) => number>> = {
  bool: (value) => (value === 0 ? 0 : 1),
  uint8: (value) => Math.trunc(value) & 0xff,
  int8: (value) => (Math.trunc(value) << 24) >> 24,
  uint16: (value) => Math.trunc(value) & 0xffff,
  int16: (value) => (Math.trunc(value) << 16) >> 16,
  uint32: (value) => Math.trunc(value) >>> 0,
  int32: (value) => Math.trunc(value) | 0,
  uint64: (value) => {
    if (value > -1 && value < 2 ** 64) return Math.trunc(value) + 0;
    throw new LensError(msg('{0} as uint64 is not supported', value));
  },
  // NaN, infinities and what is too large become the smallest integer.
  int64: (value) => (value >= -(2 ** 63) && value < 2 ** 63 ? Math.trunc(value) + 0 : -(2 ** 63)),
  float16: roundHalf,
  float32: Math.fround,
  float64: (value) => value,
};

/** Floating point is first converted to a 32-bit integer, which is −2³¹ for a value outside of its range. */
const FLOAT_CASTS: Readonly<Partial<Record<Dtype, (value: number) => number>>> = {
  uint8: (value) => CASTS.uint8(toInt32(value)),
  int8: (value) => CASTS.int8(toInt32(value)),
  uint16: (value) => CASTS.uint16(toInt32(value)),
  int16: (value) => CASTS.int16(toInt32(value)),
  int32: toInt32,
  uint32: (value) => {
    if (value > -2147483649 && value < 4294967296) return CASTS.uint32(value);
    throw new LensError(msg('{0} as uint32 is not supported', value));
  },
};

function toInt32(value: number): number {
  return value > -2147483649 && value < 2147483648 ? Math.trunc(value) + 0 : -2147483648;
}

/** NumPy's `can_cast(from, to, 'same_kind')`. */
export function castsSameKind(from: Dtype, to: Dtype): boolean {
  if (from === to || from === 'bool') return true;
  if (isFloat(to)) return true;
  if (isFloat(from) || to === 'bool') return false;
  // Signed to unsigned changes the kind; unsigned to signed does not.
  return from.startsWith('uint') || !to.startsWith('uint');
}

/** NumPy's `can_cast(from, to)`: every value is kept. */
export function castsSafely(from: Dtype, to: Dtype): boolean {
  return promote(from, to) === to;
}

/** The result type of a NumPy function that computes with floating point: half and single precision for narrow integers. */
export function floatOf(dtype: Dtype): Dtype {
  if (isFloat(dtype)) return dtype;
  const bits = bitsOf(dtype);
  return bits <= 8 ? 'float16' : bits <= 16 ? 'float32' : 'float64';
}

/** NumPy's value-based casting: the type that a number counts as next to an array of type `array` of the same or a higher kind. */
export function scalarType(value: number, dtype: Dtype, array: Dtype): Dtype {
  if (kindOf(dtype) > kindOf(array)) return dtype;
  if (dtype === 'bool') return 'bool';
  if (isFloat(dtype)) return smallestFloat(value);
  return smallestInteger(value, !isFloat(array) && array.startsWith('int'));
}

function smallestFloat(value: number): Dtype {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size < 65000) return 'float16';
  return size < 3.4e38 ? 'float32' : 'float64';
}

function smallestInteger(value: number, signed: boolean): Dtype {
  const size = value < 0 ? -value - 1 : value;
  for (const bits of [8, 16, 32]) {
    if (value < 0 || signed ? size < 2 ** (bits - 1) : size < 2 ** bits) return dtypeOfBits(value < 0 || signed, bits);
  }
  return dtypeOfBits(value < 0 || signed, 64);
}

const SIGNED: Readonly<Record<number, Dtype>> = { 8: 'int8', 16: 'int16', 32: 'int32', 64: 'int64' };
const UNSIGNED: Readonly<Record<number, Dtype>> = { 8: 'uint8', 16: 'uint16', 32: 'uint32', 64: 'uint64' };

/** The integer type of 8, 16, 32 or 64 bits. */
export function dtypeOfBits(signed: boolean, bits: number): Dtype {
  return (signed ? SIGNED : UNSIGNED)[bits]!;
}

function promoteFloat(a: Dtype, b: Dtype): Dtype {
  if (a === 'float64' || b === 'float64') return 'float64';
  const widths = [a, b].map((dtype) => (isFloat(dtype) ? bitsOf(dtype) : 2 * bitsOf(dtype)));
  const width = Math.max(...widths);
  return width <= 16 ? 'float16' : width <= 32 ? 'float32' : 'float64';
}

function widthOf(a: Dtype, signed: boolean, b: Dtype): number {
  return Math.max(...[a, b].map((dtype) => (dtype.startsWith('uint') === signed ? 0 : bitsOf(dtype))));
}

/** Bytes of one element. */
export function itemSize(dtype: Dtype): number {
  return bitsOf(dtype) / 8;
}

export function bitsOf(dtype: Dtype): number {
  return dtype === 'bool' ? 8 : Number(/\d+$/.exec(dtype)![0]);
}
