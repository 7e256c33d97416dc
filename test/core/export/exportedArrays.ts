/** Arrays of every shape and element type for the tests of the formats. */
import fc from 'fast-check';
import { sizeOf, type NdArray } from '../../../core/array/NdArray';
import type { ExportedArray } from '../../../core/export/ExportFormat';

const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });

/** Doubles of every kind: NaN, infinities, −0, subnormal numbers. */
export const doubles = shapes.chain((shape) =>
  fc
    .float64Array({ minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map((data): NdArray => ({ shape, data: Float64Array.from(data) })),
);

export const singles = shapes.chain((shape) =>
  fc
    .float32Array({ minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map((data): NdArray => ({ shape, data: Float32Array.from(data) })),
);

export const isFinite = ({ data }: NdArray): boolean => data.every((value) => Number.isFinite(value));

export function doublesOf(shape: readonly number[], ...values: number[]): NdArray {
  return { shape, data: Float64Array.from(values) };
}

/** 2 examples, 2 rows, 3 columns, 2 channels; negative and with fractions. */
export const images = doublesOf([2, 2, 3, 2], ...Array.from({ length: 24 }, (_, k) => (k - 11.5) / 8));

/** What real programs read back: every element type, NaN and infinities, one to four axes. */
export const samples: readonly ExportedArray[] = [
  { array: images, name: 'A_prev' },
  { array: doublesOf([2, 3], NaN, Infinity, -Infinity, -0, 5e-324, 1.7976931348623157e308), name: 'W' },
  { array: { shape: [3], data: Float32Array.of(0.1, 1 / 3, -16777216) }, name: 'single' },
  // R reads the digits of the second as its neighbour.
  { array: doublesOf([2], 0.1, 0.4357040075858368), name: 'close' },
  { array: doublesOf([2, 2], 0, 255, 7, 128), name: 'bytes', dtype: 'uint8' },
  { array: doublesOf([1, 3], -9007199254740991, 0, 9007199254740991), name: 'wide', dtype: 'int64' },
  { array: doublesOf([3, 1], 0, 1, 1), name: 'mask', dtype: 'bool' },
];

/** A single number, and arrays without an element, which C cannot declare. */
export const edges: readonly ExportedArray[] = [
  { array: doublesOf([], -2.5), name: 'number' },
  { array: doublesOf([0]), name: 'nothing' },
  { array: doublesOf([2, 0, 3]), name: 'rows' },
  { array: { shape: [0, 2], data: new Float32Array(0) }, name: 'singles' },
];
