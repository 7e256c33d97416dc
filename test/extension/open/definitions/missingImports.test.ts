/** Tests and cells whose imports are in another place: names that have one meaning under any import. */
import { expect, it } from 'vitest';
import { layer, python } from '../requests';

const IMAGE = '[[1, 2, 5, 6], [3, 4, 7, 8], [9, 1, 0, 2], [3, 3, 1, 1]]';

it.each([
  ['a function', `x = np.array(${IMAGE})\ny = block_reduce(x, (2, 2), np.max)\n`],
  [
    'a class of unittest',
    `class TestPool(unittest.TestCase):\n    def test_max(self):\n        y = block_reduce(np.array(${IMAGE}), (2, 2), np.max)\n        assert_array_equal(y, [[4, 8], [9, 2]])\n`,
  ],
  [
    'a module of a package',
    `class TestPool(unittest.TestCase):\n    def test_max(self):\n        y = skimage.measure.block_reduce(np.array(${IMAGE}), (2, 2), np.max)\n`,
  ],
])('%s', (_, text) => {
  expect(layer(python(text))).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: [2, 2] },
    roles: { x: { shape: [1, 4, 4, 1] } },
  });
});
