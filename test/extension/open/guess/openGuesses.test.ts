/** What opens where the text has no call of a layer: layouts, roles, random numbers, results that are not inputs. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python } from '../requests';

describe('code without a layer call', () => {
  it('numbers that no seed fixes are an assumption, not a problem', () => {
    const opened = layer(python('x = np.random.rand(4, 4)\nW = np.random.rand(2, 2)\n'));
    expect(opened.problems).toEqual([]);
    expect(opened.assumptions.some((text) => text.includes('np.random.seed'))).toBe(true);
  });

  it('the value of an expression without a name has no role', () => {
    const text = 'X = np.ones((3, 3))\nK = np.ones((2, 2))\nX[:2, :2] * K\n';
    expect(Object.keys(layer(python(text)).roles)).toEqual(['x', 'w']);
  });

  it('a program with functions and without a word of layers opens its arrays', () => {
    const text =
      'import numpy as np\nseeds = [4, 1, 2]\ndef create_weight(n, m):\n    return np.zeros((n, m))\ninputs = np.array([[4, 3], [5, 6], [7, 8]])\noutputs = np.array([[240, 4], [320, 2], [69, 5]])\n';
    expect(openText(python(text)).kind).toBe('array');
  });

  it('a class of a layer that is not called is the reason, not a filter that is invented', () => {
    const text =
      'import numpy as np\nclass Conv2D:\n    def forward(self, x):\n        return x\nX = np.ones((1, 1, 2, 5))\n';
    expect(openText(python(text))).toMatchObject({
      kind: 'refused',
      message: 'the text defines Conv2D, but does not call it with an array',
    });
  });

  it('a vector is not a filter of a matrix: a regression opens its arrays', () => {
    const text = 'X = np.ones((10, 3))\nw = np.array([1., 2., 3.])\ny = X @ w\n';
    expect(openText(python(text)).kind).toBe('array');
  });
});

describe('random numbers without a seed', () => {
  it('are stated for arrays in another layout than the course', () => {
    const text = 'import torch\nimport torch.nn.functional as F\nx = torch.randn(1, 2, 4, 4)\ny = F.max_pool2d(x, 2)\n';
    const opened = openText({ text, languageId: 'python' });
    expect(opened.kind === 'layer' && opened.assumptions).toContainEqual(expect.stringContaining('seed 0'));
  });
});

it('a text that passes its array to another function opens the array, not a guessed layer', () => {
  const text = 'import numpy as np\nx = np.arange(16.).reshape(4, 4)\ny = np.rot90(x)\n';
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it("a transposed matrix of MATLAB is not read without its language: A = [1 2⏎3 4]'", () => {
  const text = "A = [1 2\n3 4]'";
  expect(openText({ text })).toMatchObject({ kind: 'refused' });
  expect(openText({ text, languageId: 'matlab', operation: 'inspect' })).toMatchObject({
    kind: 'array',
    arrays: [{ shape: [2, 2], values: [1, 3, 2, 4] }],
  });
});

it("the result of the text's own function is not the input of a guessed layer", () => {
  const text = 'def gate(Z):\n    Z[Z < 0] = 7\n    return Z\nZ = np.array([[1., -1.], [2., -2.]])\nA = gate(Z)';
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it('a ReLU that changes its argument has the input from before the call', () => {
  const text = 'def relu(Z):\n    Z[Z < 0] = 0\n    return Z\nZ = np.array([[1., -1.], [2., -2.]])\nA = relu(Z)';
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    operation: 'relu_forward',
    roles: { x: { values: [1, -1, 2, -2] } },
  });
});

describe('layout and roles of arrays without a call', () => {
  const open = (text: string) => openText({ text: `import numpy as np\n${text}`, languageId: 'python' });

  it.each([
    ['A = np.ones((1, 3, 4, 4))\nK = np.ones((2, 3, 2, 2))', [1, 4, 4, 3], [2, 2, 3, 2]],
    ['img = np.ones((4, 6, 6))\nkernel = np.ones((4, 3, 3))', [1, 6, 6, 4], [3, 3, 4, 1]],
    ['x = np.ones((3, 6, 6))\nw = np.ones((8, 3, 2, 2))', [1, 6, 6, 3], [2, 2, 3, 8]],
  ])('channels first where only they agree: %s', (text, x, w) => {
    const opened = open(text);
    expect(opened).toMatchObject({ kind: 'layer', roles: { x: { shape: x }, w: { shape: w } } });
    expect(opened.kind === 'layer' && opened.evidence[0]).toMatch(
      /^channels first: \w+ and \w+ both have \d channels$/,
    );
  });

  it('a and b of two matrices are an input and a filter', () => {
    expect(open('a = np.ones((5, 5))\nb = np.ones((3, 3))')).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      roles: { x: { name: 'a' }, w: { name: 'b' } },
    });
  });
});
