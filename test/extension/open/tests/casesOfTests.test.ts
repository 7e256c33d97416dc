/** Tests of one function with several cases: the case at the cursor is meant. */
import { describe, expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

const test = (first: string) => `import numpy as np

def own_conv2d(x, k, padding, stride):
    p = np.pad(x, padding)
    h = (p.shape[0] - k.shape[0]) // stride + 1
    w = (p.shape[1] - k.shape[1]) // stride + 1
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            out[i, j] = np.sum(p[i*stride:i*stride + k.shape[0], j*stride:j*stride + k.shape[1]] * k)
    return out

def test_own_conv2d():
    # case 1
    image = np.array([
        [1., 2., 3.],
        [4., 5., 6.],
        [7., 8., 9.],
    ])
    kernel = np.array([[1., 2.], [3., -1.]])
    padding, stride = 0, 1
    assert np.array_equal(${first}, own_conv2d(image, kernel, padding, stride))

    # case 2
    padding, stride = 1, 2
    assert np.array_equal(np.array([[-1, 3], [14, 32]]), own_conv2d(image, kernel, padding, stride))

if __name__ == "__main__":
    test_own_conv2d()
`;

const FIRST = 'np.array([[12, 17], [27, 32]])';

describe('the case at the cursor', () => {
  it.each([
    ['at its options', 'padding, stride = 0, 1', { stride: 1, padding: 0 }],
    ['at its input', '[4., 5., 6.]', { stride: 1, padding: 0 }],
    ['at its filter', 'kernel = np', { stride: 1, padding: 0 }],
    ['at the options of the next one', 'padding, stride = 1, 2', { stride: 2, padding: 1 }],
    ['at the call of the next one', 'assert np.array_equal(np.array([[-1', { stride: 2, padding: 1 }],
  ])('%s', (_, at, options) => {
    const text = test(FIRST);
    expect(layer(python(text, { cursor: text.indexOf(at) }))).toMatchObject({
      options,
      roles: { x: { shape: [1, 3, 3, 1] }, w: { shape: [2, 2, 1, 1] } },
    });
  });

  it('does not open another case where the test ends above it', () => {
    const text = test('np.zeros((2, 2))');
    expect(refusal(python(text, { cursor: text.indexOf('padding, stride = 1, 2') }))[0]).toBe('AssertionError');
  });
});

it('at the filter of a test, the reason is the unknown call, not a missing input', () => {
  const text =
    "it('sharpens', () => {\n  const image = createImage([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);\n  const kernel = [\n    [0, 1],\n    [1, -2],\n  ];\n  expect(rawConvolution(image, kernel)).toStrictEqual(other);\n});\n";
  expect(refusal({ text, languageId: 'typescript', cursor: text.indexOf('[0, 1]') })[0]).toBe(
    'rawConvolution is not supported in TypeScript code: select an input and a filter, or an array',
  );
});
