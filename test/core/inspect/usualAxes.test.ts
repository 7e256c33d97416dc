/** Rows and columns of an array that is inspected. */
import { expect, it } from 'vitest';
import { usualAxes } from '../../../core/inspect/usualAxes';

it.each([
  ['conv1.weight', [8, 3, 3, 3], [2, 3]],
  ['features.0.weight', [16, 8, 1, 5], [2, 3]],
  ['weight', [8, 3, 3, 3], [2, 3]],
  ['W', [3, 3, 4, 8], [0, 1]],
  ['dW', [2, 2, 3, 8], [0, 1]],
  ['W', [3, 3, 3, 3], [0, 1]],
  ['W', [3, 2, 4, 8], [0, 1]],
  ['kernel', [64, 32, 5, 3], [2, 3]],
  ['conv2d/kernel:0', [5, 5, 1, 32], [0, 1]],
  ['A_prev', [2, 5, 7, 4], [1, 2]],
  ['dA', [5, 4, 2, 2], [1, 2]],
  ['X', [10, 4, 4, 8], [1, 2]],
  ['X', [10, 4, 4, 4], [1, 2]],
  ['x', [1, 3, 224, 224], [2, 3]],
  ['x', [1, 3, 32, 48], [2, 3]],
  ['out', [1, 16, 8, 8], [2, 3]],
  ['windows', [4, 16, 20, 8], [1, 2]],
  ['photo', [48, 64, 3], [0, 1]],
  ['x', [3, 48, 64], [1, 2]],
  ['x', [2, 2, 2, 3, 4], [3, 4]],
])('%s %j: axes %j', (name, shape, axes) => {
  expect(usualAxes(shape, name)).toEqual(axes);
});

it.each([
  [
    [1, 16, 8, 10],
    [2, 3],
  ],
  [
    [3, 3, 3, 3],
    [2, 3],
  ],
  [
    [4, 5, 5],
    [1, 2],
  ],
  [
    [2, 3, 4],
    [1, 2],
  ],
  [
    [48, 64, 3],
    [0, 1],
  ],
  [
    [1, 48, 64, 3],
    [1, 2],
  ],
])('a tensor of PyTorch %j: axes %j', (shape, axes) => {
  expect(usualAxes(shape, 'W', true)).toEqual(axes);
});
