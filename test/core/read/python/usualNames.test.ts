/** Classes and functions that a text uses without importing them. */
import { describe, expect, it } from 'vitest';
import { layer, python } from '../../../extension/open/requests';

describe('a name that the text does not import', () => {
  it('is the class of Keras, whose weights are set later', () => {
    const text = [
      'data = np.array([[1, 2], [3, 4]]).reshape(1, 2, 2, 1)',
      'model = Sequential()',
      'model.add(Conv2D(1, (2, 2), input_shape=(2, 2, 1)))',
      'model.set_weights([np.array([[[[0]], [[1]]], [[[0]], [[1]]]]), np.array([0.0])])',
      'yhat = model.predict(data)',
    ].join('\n');
    expect(layer(python(text))).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { values: [1, 2, 3, 4] }, w: { shape: [2, 2, 1, 1], values: [0, 1, 0, 1] }, b: { values: [0] } },
    });
  });

  it('is the module of PyTorch', () => {
    expect(
      layer(python('x = torch.arange(16.).reshape(1, 1, 4, 4)\npool = MaxPool2d(2)\ny = pool(x)\n')),
    ).toMatchObject({
      operation: 'pool_forward',
      options: { kernel: 2, stride: 2 },
    });
  });

  it("is PyTorch's variable", () => {
    expect(layer(python('x = Variable(torch.ones(1, 1, 3, 3))\ny = F.max_pool2d(x, 2)\n')).operation).toBe(
      'pool_forward',
    );
  });

  it("is tinygrad's tensor, also where it is convolved transposed", () => {
    const text =
      't = Tensor.arange(4).reshape(1, 1, 2, 2)\ny = t.conv_transpose2d(Tensor.ones(1, 1, 2, 2), None, 1, 2)\n';
    expect(layer(python(text))).toMatchObject({
      operation: 'conv_transpose_forward',
      roles: { x: { values: [0, 1, 2, 3] } },
      options: { stride: 2, groups: 1 },
    });
  });

  it('is the function of SciPy, which turns its kernel', () => {
    const text = 'a = np.ones((3, 3))\nk = np.array([[0, 1], [2, 3]])\ny = convolve2d(a, k, mode="valid")\n';
    expect(layer(python(text))).toMatchObject({ roles: { w: { values: [3, 2, 1, 0] } } });
  });

  it('is not replaced where the text defines it', () => {
    const text =
      'def convolve2d(a, k):\n    return a[1:, 1:] * k\nconvolve2d(np.ones((3, 3)), np.array([[0, 1], [2, 3]]))\n';
    expect(() => layer(python(text))).toThrow();
  });
});

it.each(['torch.backends.cudnn.deterministic = True', 'theano.config.dnn.enabled = False'])(
  'a setting of a library is not listed as a problem: %s',
  (setting) => {
    const text = `import torch, theano\n${setting}\ny = torch.nn.functional.max_pool2d(torch.ones(1, 1, 2, 2), 2)\n`;
    expect(layer(python(text))).toMatchObject({ problems: [], otherProblems: 0 });
  },
);
