import { describe, expect, test } from 'vitest';
import { stridesOf, unravelIndex } from '../../../core/array/NdArray';

describe('unravelIndex', () => {
  test.each([
    [[], 0, []],
    [[5], 3, [3]],
    // np.unravel_index(97, (2, 3, 4, 5))
    [[2, 3, 4, 5], 97, [1, 1, 3, 2]],
    [[1, 7, 1, 2], 13, [0, 6, 0, 1]],
  ])('shape %j, element %d', (shape, flat, indices) => {
    expect(unravelIndex(shape, flat)).toEqual(indices);
  });

  test('is the inverse of the sum of indices times strides', () => {
    const shape = [3, 1, 4, 2];
    for (let flat = 0; flat < 24; flat++) {
      const indices = unravelIndex(shape, flat);
      expect(stridesOf(shape).reduce((sum, stride, axis) => sum + stride * indices[axis]!, 0)).toBe(flat);
    }
  });
});
