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

  if (kind !== 'npy') return;
  test('is read the same in the place of its bytes', () => {
    const bytes = bytesOf(file);
    const before = bytes.slice();
    const array = readNpy(bytes);
    expect(bytes).toEqual(before);
    // A view of the bytes goes with them.
    const values = array.data.slice();
    const inPlace = readNpy(bytes, { overwrite: true });
    expect(inPlace).toEqual({ ...array, data: values });
  });
});

test.each(['<i8', '<u8', '>f8', '>i8'])('%s: elements of 8 bytes take no memory besides the bytes', (descr) => {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (2,), }`.padEnd(117) + '\n';
  const bytes = new Uint8Array(128 + 16);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0, ...new TextEncoder().encode(header)]);
  const isBig = descr.startsWith('>');
  const view = new DataView(bytes.buffer);
  if (descr.endsWith('f8')) view.setFloat64(136, -3, !isBig);
  else view.setBigUint64(136, 2n ** 40n + 3n, !isBig);
  const { data } = readNpy(bytes, { overwrite: true });
  expect([...data]).toEqual([0, descr.endsWith('f8') ? -3 : 2 ** 40 + 3]);
  expect(data.buffer).toBe(bytes.buffer);
});

function expectArray(array: NdArray, { shape, dtype, values }: Expected): void {
  expect(array.shape).toEqual(shape);
  expect(array.data).toBeInstanceOf(/f4$/.test(dtype) ? Float32Array : Float64Array);
  expect([...array.data]).toEqual(values.map(Number));
}
