/** JavaScript's typed arrays as js-debug previews them: `Float32Array(6) [1, 2, 3, …]`. */
import type { StoredType } from '../files/decodeNumbers';

interface TypedArrayPreview {
  /** As JavaScript calls it: `Float32Array`. */
  readonly name: string;
  readonly type: StoredType;
  readonly length: number;
}

const TYPES: Readonly<Record<string, StoredType>> = {
  Float64Array: 'f8',
  Float32Array: 'f4',
  Float16Array: 'f2',
  BigInt64Array: 'i8',
  BigUint64Array: 'u8',
  Int32Array: 'i4',
  Uint32Array: 'u4',
  Int16Array: 'i2',
  Uint16Array: 'u2',
  Int8Array: 'i1',
  Uint8Array: 'u1',
  Uint8ClampedArray: 'u1',
  Buffer: 'u1',
};

/** The number type of a typed array by its name. */
export function typedArrayType(name: string): StoredType | undefined {
  return Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
}

/** undefined where the value is not a typed array. */
export function typedArrayPreview(result: string): TypedArrayPreview | undefined {
  const [, name = '', length] = /^(\w+)\((\d+)\)/.exec(result) ?? [];
  const type = typedArrayType(name);
  return type && length !== undefined ? { name, type, length: Number(length) } : undefined;
}
