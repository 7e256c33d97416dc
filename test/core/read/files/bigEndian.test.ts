/** Numbers that are stored with the most significant byte first. */
import { expect, test } from 'vitest';
import { decodeNumbers } from '../../../../core/read/files/decodeNumbers';

// As float64, the bits of -1 and of 0x7ff0000000000001 are NaN.
test.each([
  [
    'i8',
    BigInt64Array.of(-1n, -(2n ** 52n), 0x7ff0000000000001n, 5n),
    [-1, -(2 ** 52), Number(0x7ff0000000000001n), 5],
  ],
  ['u8', BigUint64Array.of(2n ** 64n - 1n, 1n), [2 ** 64, 1]],
  ['f8', Float64Array.of(1.5, NaN, -Infinity, -0), [1.5, NaN, -Infinity, -0]],
  ['f4', Float32Array.of(0.1, NaN, -2), [Math.fround(0.1), NaN, -2]],
  ['i4', Int32Array.of(-1, 2 ** 30), [-1, 2 ** 30]],
  ['i2', Int16Array.of(-2, 256), [-2, 256]],
] as const)('%s', (type, numbers, expected) => {
  const size = numbers.BYTES_PER_ELEMENT;
  const little = new Uint8Array(numbers.buffer);
  const big = little.map((_, k) => little[k - (k % size) + (size - 1 - (k % size))]!);
  for (const overwrite of [false, true]) {
    const decoded = decodeNumbers(big.slice(), 0, numbers.length, type, { bigEndian: true, overwrite });
    expect([...decoded]).toEqual(expected);
  }
});
