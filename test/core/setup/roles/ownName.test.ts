import { expect, it } from 'vitest';
import { ownName } from '../../../../core/setup/roles/ownName';
import type { ParsedArray } from '../../../../core/read/ParseResult';

function named(name: string, shape: readonly number[], values: ArrayLike<number>): ParsedArray {
  return { name, array: { shape, data: Float64Array.from(values) }, range: [0, 0] };
}

const count = Float64Array.from({ length: 24 }, (_, k) => k);

/** (1, 3, 2, 4) NCHW as (1, 2, 4, 3) NHWC. */
const nhwc = Float64Array.from(count, (_, k) => count[(k % 3) * 8 + Math.floor(k / 12) * 4 + (Math.floor(k / 3) % 4)]!);

it('finds an NCHW array of shape (1, 3, 2, 4) by its numbers in NHWC', () => {
  const arrays = [named('x', [1, 3, 2, 4], count), named('other', [1, 3, 2, 4], [...count].reverse())];
  expect(ownName({ shape: [1, 2, 4, 3], data: nhwc }, arrays)).toBe('x');
});

it('finds a bias of shape (3,) as (1, 1, 1, 3), and of equal arrays the last', () => {
  const arrays = [named('a', [3], [1, 2, 3]), named('b', [3], [1, 2, 3])];
  expect(ownName({ shape: [1, 1, 1, 3], data: Float64Array.of(1, 2, 3) }, arrays)).toBe('b');
});

it('finds no array whose first and last numbers alone agree', () => {
  const arrays = [named('x', [1, 3, 2, 4], [0, ...count.slice(1, 23).reverse(), 23])];
  expect(ownName({ shape: [1, 2, 4, 3], data: nhwc }, arrays)).toBeUndefined();
});
