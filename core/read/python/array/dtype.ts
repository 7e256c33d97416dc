/** NumPy's number types: how they combine, and what a number becomes when it is stored as one. */
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
  short: 'int16',
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
  if (unsignedBits === 0) return `int${signedBits}` as Dtype;
  if (signedBits === 0) return `uint${unsignedBits}` as Dtype;
  if (signedBits > unsignedBits) return `int${signedBits}` as Dtype;
  return unsignedBits === 64 ? 'float64' : (`int${unsignedBits * 2}` as Dtype);
}

/** `value` as an array of this type holds it: cut to a whole number and wrapped around, as C casts. */
export function castTo(dtype: Dtype): (value: number) => number {
  switch (dtype) {
    case 'bool':
      return (value) => (value === 0 ? 0 : 1);
    case 'uint8':
      return (value) => Math.trunc(value) & 0xff;
    case 'int8':
      return (value) => (Math.trunc(value) << 24) >> 24;
    case 'uint16':
      return (value) => Math.trunc(value) & 0xffff;
    case 'int16':
      return (value) => (Math.trunc(value) << 16) >> 16;
    case 'uint32':
      return (value) => Math.trunc(value) >>> 0;
    case 'int32':
      return (value) => Math.trunc(value) | 0;
    case 'uint64':
    case 'int64':
      // + 0 makes the −0 of a cut fraction a 0; NaN and infinities become what an x86 processor makes of them.
      return (value) => (Number.isFinite(value) ? Math.trunc(value) + 0 : -(2 ** 63));
    case 'float16':
      return roundHalf;
    case 'float32':
      return Math.fround;
    case 'float64':
      return (value) => value;
  }
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

function bitsOf(dtype: Dtype): number {
  return dtype === 'bool' ? 8 : Number(/\d+$/.exec(dtype)![0]);
}
