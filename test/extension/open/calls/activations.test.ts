/** ReLU in the text: alone it is the layer, after another layer it is not. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python } from '../requests';

const Z = 'Z = np.array([[1.0, -2.0], [-3.0, 4.0]])\n';

it.each(['A = np.maximum(0, Z)', 'A = np.maximum(Z, 0.)', 'A = F.relu(torch.tensor([[1.0, -2.0], [-3.0, 4.0]]))'])(
  '%s is relu_forward of a (1, 2, 2, 1) image',
  (call) => {
    const opened = openText({ text: Z + call, languageId: 'python' });
    expect(opened).toMatchObject({
      kind: 'layer',
      operation: 'relu_forward',
      roles: { x: { values: [1, -2, -3, 4] } },
    });
  },
);

it('the ReLU of a function of the text is its layer', () => {
  const text = `def relu(x):\n    return np.maximum(0, x)\n${Z}A = relu(Z)`;
  expect(openText({ text, languageId: 'python' })).toMatchObject({ kind: 'layer', operation: 'relu_forward' });
});

it('the maximum of two arrays is not a layer', () => {
  const text = 'a = np.array([1, 2, 3])\nb = np.array([2, 1, 5])\nc = np.maximum(a, b)';
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it('a sequence that ends with a ReLU opens its last other layer, with the options of that layer', () => {
  const text = [
    'x = torch.arange(16.).reshape(1, 1, 4, 4)',
    'model = nn.Sequential(nn.MaxPool2d(2), nn.ReLU())',
    'model(x)',
  ].join('\n');
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    kind: 'layer',
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2, stride: 2 },
  });
});

it('a ReLU of a list, called in the main block', () => {
  const text =
    'import numpy as np\n\ndef relu(vector):\n    return np.maximum(0, vector)\n\nif __name__ == "__main__":\n    print(np.array(relu([-1, 0, 5])))\n';
  expect(layer(python(text))).toMatchObject({ operation: 'relu_forward', roles: { x: { values: [-1, 0, 5] } } });
});

it.each(['np.maximum(out, 0)', 'relu(out)'])(
  'a function that returns %s of a convolution is the convolution',
  (end) => {
    const text = [
      'import numpy as np',
      'def relu(x):',
      '    return np.maximum(0, x)',
      'def conv2d(img, kernel, stride=1):',
      '    out = np.empty(((img.shape[0] - 2) // stride + 1, (img.shape[1] - 2) // stride + 1))',
      '    for r in range(out.shape[0]):',
      '        for c in range(out.shape[1]):',
      '            out[r, c] = (img[r*stride:r*stride+2, c*stride:c*stride+2] * kernel).sum()',
      `    return ${end}`,
      'y = conv2d(np.array([[1, 5, 2], [7, 3, 4], [2, 2, 9]]), np.array([[1, -1], [0.5, -2]]))',
    ].join('\n');
    const { operation, assumptions } = layer(python(text));
    expect(operation).toBe('conv_forward');
    expect(assumptions).toContain('conv2d returns ReLU of the result');
  },
);

const KERAS = [
  'from tensorflow.keras.layers import Activation, BatchNormalization, MaxPooling2D, ReLU',
  'x = np.arange(32.0).reshape(1, 4, 4, 2) - 20',
  'y = MaxPooling2D(2)(x)',
  'n = BatchNormalization()(y)',
  'six = ReLU(max_value=6.0)(y)',
  'a = Activation("relu")(y)',
  'z = ReLU()(y)',
].join('\n');

it.each(['ReLU()(y)', 'Activation("relu")'])(
  '%s of Keras at the cursor is relu_forward of the pooled (1, 2, 2, 2)',
  (at) => {
    const opened = openText({ text: KERAS, languageId: 'python', cursor: KERAS.indexOf(at) });
    expect(opened).toMatchObject({
      kind: 'layer',
      operation: 'relu_forward',
      roles: { x: { shape: [1, 2, 2, 2], values: [-10, -9, -6, -5, 6, 7, 10, 11] } },
    });
  },
);

it.each(['BatchNormalization()', 'ReLU(max_value=6.0)'])(
  '%s at the cursor is refused: no layer above it is meant',
  (at) => {
    const opened = openText({ text: KERAS, languageId: 'python', cursor: KERAS.indexOf(`${at}(y)`) });
    expect(opened).toMatchObject({
      kind: 'refused',
      message: `${at} is not one of the layers that can be shown: convolution, pooling, ReLU`,
    });
  },
);

it('a limited ReLU of Keras has no known values, and the pooling of them is refused', () => {
  const text = `${KERAS.split('\n').slice(0, 5).join('\n')}\nw = MaxPooling2D(2)(six)`;
  expect(openText({ text, languageId: 'python', cursor: text.length }).kind).toBe('refused');
});

it('a class of an earlier cell whose call at the cursor fails is not refused as another layer', () => {
  const before = [
    'import torch\nimport torch.nn as nn\nclass Own(nn.Module):\n    def forward(self, x):\n        return x\n',
  ];
  const text = 'x = torch.ones(1, 1, 4, 4)\np = nn.MaxPool2d(2)(x)\nq = Own()(x, 4)';
  const opened = openText({ text, languageId: 'python', cursor: text.indexOf('Own'), before });
  expect(JSON.stringify(opened)).not.toContain('is not one of the layers');
});

it('words about a gradient open the backward pass of ReLU with the matrix that they call so', () => {
  const text =
    'A ReLU had the input\n\n[[2, -1], [0, 3]]\n\nand the incoming gradient is\n\n[[5, 6], [7, 8]]\n\nBy convention its derivative at 0 is 0.\n';
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    operation: 'relu_backward',
    roles: { x: { values: [2, -1, 0, 3] }, dA: { values: [5, 6, 7, 8] } },
  });
});

it('a gradient that a chat masks wrongly is named as another result of the backward pass of ReLU', () => {
  const text = (dZ: string): string =>
    `**Ana:** ReLU came after this:\n\nZ = [[2, -1], [0, 3]]\n\nThe upstream gradient is\n\ndA = [[-5, 4], [6, 7]]\n\n**Bot:** so\n\ndZ = ${dZ}\n`;
  const { operation, roles, assumptions } = layer({ text: text('[[0, 4], [6, 7]]'), languageId: 'markdown' });
  expect([operation, roles['x']!.values, roles['dA']!.values]).toEqual(['relu_backward', [2, -1, 0, 3], [-5, 4, 6, 7]]);
  expect(assumptions).toContain('the text shows another result than this layer has: dZ');
  expect(layer({ text: text('[[-5, 0], [0, 7]]'), languageId: 'markdown' }).assumptions).toHaveLength(
    assumptions.length - 1,
  );
  expect(openText({ text: text('[[1, 4], [6, 7]]'), languageId: 'markdown' }).kind).toBe('array');
});
