/** The 111 files that NumPy wrote, or that were damaged on purpose (test/fixtures/numpy/npy). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../../../core/array/NdArray';
import { LensError } from '../../../../core/message';
import { readNpy } from '../../../../core/read/files/readNpy';
import { readNpz } from '../../../../core/read/files/readNpz';

interface Expected {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: readonly (number | string)[];
}

interface Case {
  readonly file: string;
  readonly kind: 'npy' | 'npz';
  readonly error?: string;
  readonly note?: string;
  readonly expected?: Expected & Readonly<Record<string, Expected>>;
}

const folder = new URL('../../../fixtures/numpy/npy/', import.meta.url);
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(new URL(file, folder)));
const cases = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Case[];

describe.each(cases)('$file', ({ file, kind, error, expected }) => {
  const read = (bytes: Uint8Array): unknown => (kind === 'npy' ? readNpy(bytes) : readNpz(bytes));

  if (error !== undefined) {
    test(`is refused: ${error}`, () => {
      expect(() => read(bytesOf(file))).toThrow(LensError);
    });
    return;
  }

  test('is read as NumPy wrote it', () => {
    if (kind === 'npy') expectArray(readNpy(bytesOf(file)), expected!);
    else {
      const members = readNpz(bytesOf(file));
      expect(Object.keys(members).sort()).toEqual(Object.keys(expected!).sort());
      for (const [name, member] of Object.entries(members)) expectArray(member, expected![name]!);
    }
  });

  test('is read the same where its bytes are not aligned', () => {
    const bytes = bytesOf(file);
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(read(shifted)).toEqual(read(bytes));
  });
});

function expectArray(array: NdArray, { shape, dtype, values }: Expected): void {
  expect(array.shape).toEqual(shape);
  expect(array.data).toBeInstanceOf(/f4$/.test(dtype) ? Float32Array : Float64Array);
  expect([...array.data]).toEqual(values.map(Number));
}
