/**
 * Raw bytes of one element type → numbers. Little-endian data are taken as typed arrays at once; float32 stays float32, every
 * other type becomes float64. The platform is little-endian, as every platform of VS Code is.
 */
import type { FloatData } from '../../array/NdArray';

export type StoredType = 'f8' | 'f4' | 'f2' | 'bf2' | 'i8' | 'u8' | 'i4' | 'u4' | 'i2' | 'u2' | 'i1' | 'u1' | 'b1';

/** Bytes of one element. */
export function elementSize(type: StoredType): number {
  return Number(type.at(-1));
}

/**
 * The `count` elements at `offset`. Where the bytes are aligned, float64 and float32 are views of `bytes`, not copies.
 * 64-bit integers beyond 2^53 are rounded to the nearest double. `overwrite`: the bytes are of no further use, so that elements
 * of 8 bytes are decoded in their place.
 */
export function decodeNumbers(
  bytes: Uint8Array,
  offset: number,
  count: number,
  type: StoredType,
  { bigEndian = false, overwrite = false }: { readonly bigEndian?: boolean; readonly overwrite?: boolean } = {},
): FloatData {
  const size = elementSize(type);
  const { buffer, start, isOwn } = located(bytes, offset, count * size, type, { bigEndian, overwrite });
  switch (type) {
    case 'f8':
      return new Float64Array(buffer, start, count);
    case 'f4':
      return new Float32Array(buffer, start, count);
    case 'f2':
      return halves(new Uint16Array(buffer, start, count));
    case 'bf2':
      return brains(new Uint16Array(buffer, start, count));
    case 'i8':
      return longs(new Uint32Array(buffer, start, 2 * count), new Int32Array(buffer, start, 2 * count), isOwn);
    case 'u8':
      return longs(new Uint32Array(buffer, start, 2 * count), new Uint32Array(buffer, start, 2 * count), isOwn);
    case 'i4':
      return new Float64Array(new Int32Array(buffer, start, count));
    case 'u4':
      return new Float64Array(new Uint32Array(buffer, start, count));
    case 'i2':
      return new Float64Array(new Int16Array(buffer, start, count));
    case 'u2':
      return new Float64Array(new Uint16Array(buffer, start, count));
    case 'i1':
      return new Float64Array(new Int8Array(buffer, start, count));
    case 'u1':
      return new Float64Array(new Uint8Array(buffer, start, count));
    case 'b1':
      return new Float64Array(new Uint8Array(buffer, start, count).map((byte) => (byte ? 1 : 0)));
  }
}

/**
 * The bytes where a typed array can begin, swapped when big-endian: in place when aligned, and a copy where they are not or must
 * not be swapped. `isOwn`: they may be overwritten.
 */
function located(
  bytes: Uint8Array,
  offset: number,
  length: number,
  type: StoredType,
  { bigEndian, overwrite }: { readonly bigEndian: boolean; readonly overwrite: boolean },
) {
  const start = bytes.byteOffset + offset;
  const size = elementSize(type);
  const isSwapped = bigEndian && size > 1;
  const isInPlace = start % size === 0 && (overwrite || !isSwapped);
  // Not `slice`, which is a view of the same memory where the bytes are Node's Buffer.
  const part = isInPlace
    ? bytes.subarray(offset, offset + length)
    : new Uint8Array(bytes.subarray(offset, offset + length));
  if (isSwapped) swapBytes(part, type);
  return { buffer: part.buffer, start: part.byteOffset, isOwn: overwrite || !isInPlace };
}

/** Swaps the bytes of every element. V8 compiles each read of a DataView to one load and one swap of bytes. */
function swapBytes({ buffer, byteOffset, length }: Uint8Array, type: StoredType): void {
  const bigEndian = new DataView(buffer, byteOffset, length);
  if (type === 'f8') {
    const numbers = new Float64Array(buffer, byteOffset, length / 8);
    for (let k = 0; k < numbers.length; k++) numbers[k] = bigEndian.getFloat64(8 * k);
  } else if (elementSize(type) === 2) {
    const words = new Uint16Array(buffer, byteOffset, length / 2);
    for (let k = 0; k < words.length; k++) words[k] = bigEndian.getUint16(2 * k);
  } else {
    const words = new Uint32Array(buffer, byteOffset, length / 4);
    for (let k = 0; k < words.length; k++) words[k] = bigEndian.getUint32(4 * k);
    // Integers of 8 bytes: as floats, some of them are NaN, whose bits may change.
    if (elementSize(type) === 8) swapPairs(words);
  }
}

function swapPairs(words: Uint32Array): void {
  for (let k = 0; k < words.length; k += 2) {
    const first = words[k]!;
    words[k] = words[k + 1]!;
    words[k + 1] = first;
  }
}

/** IEEE 754 binary16. */
function halves(words: Uint16Array): Float64Array {
  const values = new Float64Array(words.length);
  const powers = Float64Array.from({ length: 32 }, (_, exponent) => 2 ** (Math.max(exponent, 1) - 25));
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    const exponent = (word >> 10) & 31;
    const fraction = word & 1023;
    let value: number;
    if (exponent === 31) value = fraction ? NaN : Infinity;
    else value = (exponent ? 1024 + fraction : fraction) * powers[exponent]!;
    values[k] = word & 0x8000 ? -value : value;
  }
  return values;
}

/** bfloat16: the upper half of a float32. */
function brains(words: Uint16Array): Float64Array {
  const bits = new Uint32Array(words.length);
  for (let k = 0; k < words.length; k++) bits[k] = words[k]! << 16;
  return new Float64Array(new Float32Array(bits.buffer));
}

/** 64-bit integers from two 32-bit words, rounded once. `overwrite`: in the place of the words. */
function longs(low: Uint32Array, high: Int32Array | Uint32Array, overwrite: boolean): Float64Array {
  const count = low.length / 2;
  const values = overwrite ? new Float64Array(low.buffer, low.byteOffset, count) : new Float64Array(count);
  for (let k = 0; k < count; k++) values[k] = high[2 * k + 1]! * 4294967296 + low[2 * k]!;
  return values;
}
