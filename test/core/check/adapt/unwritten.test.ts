/** Functions that are still to be written, and functions that refuse geometries by an assertion. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const template = `import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    out = None
    ##########
    # TODO: the convolutional forward pass
    pass
    cache = (x, w, b, conv_param)
    return out, cache
`;

describe('checkCode: a function that is still to be written', () => {
  it('is reported as such, without mistakes and failing cases', () => {
    const [check] = checkCode(template);
    expect(check).toMatchObject({ agrees: false, mistakes: [], unseen: [] });
    expect(check!.shape).toBe('conv_forward_naive returns no result yet');
  });

  it('a function that computes and returns nothing has a mistake', () => {
    const source = template
      .replace('    pass\n', '    out = np.zeros((1, 1, 1, 1))\n    for n in range(1):\n        out[n] = n\n')
      .replace('    return out, cache\n', '');
    expect(checkCode(source, { budget: 10 })[0]!.shape).toBe('the function returns no array for Z');
  });
});

it.each([
  [
    'None in place of a range',
    'def pool_forward(A_prev, hparameters, mode="max"):\n    A = np.zeros((2, 3, 3, 3))\n    for i in range(None):\n        A[i] = None\n    return A, (A_prev, hparameters)\n',
    'pool_forward(np.ones((2, 5, 5, 3)), {"stride": 1, "f": 3})',
  ],
  [
    'nothing between the marks',
    'def conv_single_step(a_slice_prev, W, b):\n    # YOUR CODE STARTS HERE\n\n    # YOUR CODE ENDS HERE\n    return Z\n',
    'conv_single_step(np.ones((2, 2, 1)), np.ones((2, 2, 1)), np.ones((1, 1, 1)))',
  ],
])('a function of a course with %s is still to be written', (_, definition, call) => {
  const [check] = checkCode(`import numpy as np\n\n${definition}\n${call}\n`, { budget: 10 });
  expect(check).toMatchObject({ agrees: false, mistakes: [], unseen: [] });
  expect(check!.error).toBeUndefined();
  expect(check!.shape).toMatch(/ returns no result yet$/);
});

it('code above a task that was left in place is checked, also where it ends with an error', () => {
  const source = `import numpy as np

def max_pool_forward_naive(x, pool_param):
    ph, pw, stride = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    rows = 1 + (H - ph) / stride
    cols = 1 + (W - pw) / stride
    out = np.zeros((N, C, rows, cols))
    for n in range(N):
        for c in range(C):
            for i in range(rows):
                for j in range(cols):
                    out[n, c, i, j] = np.max(x[n, c, i * stride:i * stride + ph, j * stride:j * stride + pw])
    ##########
    # TODO: the max pooling forward pass
    pass
    ##########
    # END OF YOUR CODE
    return out, (x, pool_param)
`;
  const [check] = checkCode(source);
  expect(check!.shape).toBeUndefined();
  expect(check!.error?.line).toBe(8);
  expect(check!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([
    [6, true],
    [7, true],
  ]);
});

it('a helper of the course is tried on windows that are not square', () => {
  const source = `def distribute_value(dz, shape):
    rows, cols = shape
    return np.full(shape, dz / (rows + cols))

a = distribute_value(2, (2, 2))
`;
  const [check] = checkCode(`import numpy as np\n\n${source}`);
  expect(check!.agrees).toBe(true);
  expect(check!.unseen.length).toBe(3);
  expect(check!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[5, true]]);
});

it('a gradient of the first maximum only, whose code asserts that the windows cover the input, has no failing case', () => {
  const source = `import numpy as np

def max_pool_backward(dout, x, pool_height, pool_width, stride):
    N, C, H, W = x.shape
    assert (H - pool_height) % stride == 0 and (W - pool_width) % stride == 0
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    window = x[n, c, i * stride:i * stride + pool_height, j * stride:j * stride + pool_width]
                    a, b = np.unravel_index(np.argmax(window), window.shape)
                    dx[n, c, i * stride + a, j * stride + b] += dout[n, c, i, j]
    return dx
`;
  const [check] = checkCode(source);
  expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  expect(check!.convention).toContain('only the first receives');
});

it('code below marks with nothing between them is checked, also where it ends with an error', () => {
  const source = `import numpy as np

def conv_single_step(a_slice_prev, W, b):
    # YOUR CODE STARTS HERE

    # YOUR CODE ENDS HERE
    products = np.multiply(a_slice_prev, w)
    return np.sum(products) + float(b.item())

conv_single_step(np.ones((2, 2, 1)), np.ones((2, 2, 1)), np.ones((1, 1, 1)))
`;
  const [check] = checkCode(source);
  expect(check!.error?.message).toMatch(/^NameError/);
  expect(check!.mistakes).toMatchObject([{ line: 7, verified: true }]);
});
