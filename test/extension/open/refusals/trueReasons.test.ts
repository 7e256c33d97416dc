/** Reasons of refusals that a student understands, and layers that a test shows although their function's name does not. */
import { describe, expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

it('elements that C++ sets one by one are not a number that cannot be read', () => {
  const text =
    'void TestForward() {\n  const int num = 2;\n  PoolingLayer layer(param);\n  for (int i = 0; i < 4 * num; i += 4) {\n    bottom->mutable_data()[i + 0] = 1;\n    bottom->mutable_data()[i + 1] = 5;\n  }\n  layer.Forward(bottom);\n}\n';
  expect(refusal({ text, languageId: 'cpp', cursor: text.indexOf('layer.Forward') })[0]).toBe(
    'no array is written out in this C++ code that could be the input of a layer',
  );
});

it('numbers in one list have no rows and columns', () => {
  const text =
    '#include "own_conv.h"\nint main() {\n  float image[9] = {1, 2, 3, 4, 5, 6, 7, 8, 9};\n  float kernel[4] = {1, 0, 0, -1};\n  float out[4];\n  conv2d(image, 3, 3, kernel, 2, 2, out);\n}\n';
  expect(refusal({ text, languageId: 'c', cursor: text.indexOf('conv2d(') })[0]).toBe(
    'the rows and columns of the arrays of conv2d are not known',
  );
});

it('imports on one line show that line breaks are lost', () => {
  const text =
    'The answer:\nfrom keras.models import Sequential from keras.layers import Conv2D import numpy as np image = [[4, 3], [2, 1]] model = Sequential() model.add(Conv2D(1, (2, 2))) out = model.predict(image)\n';
  expect(refusal({ text, languageId: 'plaintext' })[0]).toBe(
    'the code of this text has lost its line breaks: put every statement on a line of its own',
  );
});

it('the module of a function may name the layer whose result a test expects', () => {
  const text =
    'import numpy as np\nimport own.conv.layer as cl\n\ndef test_forward():\n    x = np.arange(1, 10).reshape(1, 1, 3, 3)\n    f = np.array([[[[4, 3], [2, 1]]]])\n    z = cl.forward(x, f)\n    np.testing.assert_array_equal(z, np.array([23, 33, 53, 63]).reshape(1, 1, 2, 2))\n';
  expect(layer(python(text, { cursor: text.indexOf('z = ') }))).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 1, padding: 0 },
  });
});

it('a function of an earlier cell that is not finished computes no layer', () => {
  const before = [
    'import numpy as np\nimport torch\ndef conv_own(image, weights):\n    out = np.zeros((2, 2))\n    for i in range(2):\n        for j in range(2):\n            # TODO: the window\n            out[i, j] += 1.0 * i\n    return out\n',
  ];
  const text =
    'x = np.arange(9.).reshape(3, 3)\nw = np.ones((2, 2))\nz = torch.nn.functional.conv2d(torch.tensor(x[None, None]), torch.tensor(w[None, None]))\ny = conv_own(x, w)\n';
  expect(refusal(python(text, { before, cursor: text.indexOf('y = ') }))[0]).toBe(
    'conv_own of the text computes no layer that can be shown',
  );
});

it('data from the network is the reason where the program calls its function with them', () => {
  const text = `import numpy as np, requests
from scipy.ndimage import convolve

def edges(field):
    return convolve(field, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]))

if __name__ == '__main__':
    field = np.asarray(requests.get('https://example.org/field.json').json())
    print(edges(field))
`;
  expect(refusal(python(text))[0]).toContain('requests.get reads data that are not in the text');
});

it.each(['str(Path("images") / "cat.png")', 'sys.argv[1]', 'name'])(
  'cv2.imread(%s) reads data, whatever its argument is',
  (argument) => {
    const text = `import sys\nfrom pathlib import Path\nimport cv2\nimport numpy as np\nKERNEL = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])\nimg = cv2.imread(${argument}, 0)\nout = cv2.filter2D(img, -1, KERNEL)\n`;
    expect(refusal(python(text))[0]).toContain('cv2.imread reads data that are not in the text');
  },
);

it('a layer of a network in MATLAB is made, and applied to no array', () => {
  const text = 'layers = [\n    imageInputLayer([28 28 1])\n    averagePooling2dLayer(2, "Stride", 2)];\n';
  expect(refusal({ text, languageId: 'matlab' })[0]).toBe(
    'the text makes averagePooling2dLayer, but does not apply it to an array',
  );
});

it('numbers that a program asks its user for are not in the text', () => {
  const text =
    'import numpy as np\nn = int(input("rows: "))\nx = np.array([[int(input()) for _ in range(n)] for _ in range(n)])\nimport torch.nn.functional as F\ny = F.max_pool2d(x, 2)\n';
  expect(refusal(python(text))[0]).toContain('input reads data that are not in the text');
});

it('a function of MATLAB that is only defined: its counters are not shown as arrays', () => {
  const text =
    'function out = my_conv(X, F)\n   a = 1;\n   out = zeros(2, 2);\n   for i = 1:2\n       out(a, 1) = sum(sum(X(i:i+1, 1:2) .* F));\n       a = a + 1;\n   end\nend\n';
  expect(refusal({ text, languageId: 'matlab' })[0]).toBe(
    'the text defines my_conv, but does not call it with an array',
  );
});

it('what a function of the text is called with comes from elsewhere', () => {
  const text =
    'import torch\nimport torch.nn.functional as F\nfrom labkit import frozen_stem\nstem = frozen_stem(2)\ndef head(x, w):\n    return F.conv2d(x, w)\ndef run():\n    x = stem(torch.ones(1, 3, 8, 8))\n    return head(x, torch.ones(5, x.shape[1], 1, 1))\nrun()\n';
  expect(refusal(python(text))[0]).toBe('frozen_stem comes from labkit, which is not in this text');
});

it('a function of Go or C that the text defines is not taken as one of a library, nor called unsupported', () => {
  const go =
    'func convolve(img [][]float64, k [][]float64) [][]float64 {\n\treturn loaded(img, k)\n}\n\nfunc main() {\n\timg := [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}\n\tk := [][]float64{{1, 0}, {0, 1}}\n\tfmt.Println(convolve(img, k))\n}\n';
  expect(refusal({ text: go, languageId: 'go' })[0]).toBe('convolve of the text computes no layer that can be shown');
  const c =
    'void convolute(double out[2][2], double x[3][3], double k[2][2]) {\n  out[0][0] = other(x, k);\n}\nint main() {\n  double k[2][2] = {{1, 0}, {0, 1}};\n  double x[3][3], out[2][2];\n  for (int i = 0; i < 9; i++) x[i / 3][i % 3] = i;\n  convolute(out, x, k);\n}\n';
  expect(refusal({ text: c, languageId: 'c' })[0]).toBe('convolute of the text computes no layer that can be shown');
});

it('a loop over c(1:n) and a matrix without data are not the arrays of a text of R', () => {
  const text =
    'conv <- function(img, k) {\n  out <- matrix(nrow = (nrow(img) - 1), ncol = 2)\n  for (i in c(1:(ncol(img) - 1))) {\n    out[i, 1] <- sum(img[i:(i + 1), 1:2] * k)\n  }\n  out\n}\nconv(img = matrix(data = rnorm(9), ncol = 3), k = matrix(rnorm(4), ncol = 2))\n';
  expect(refusal({ text, languageId: 'r' })[0]).toBe("rnorm draws from R's own generator, which is not supported");
});

describe('values that a text cannot have', () => {
  it.each([
    [
      'r',
      "rnorm draws from R's own generator, which is not supported",
      'set.seed(1)\nx <- matrix(rnorm(9), 3)\nout <- matrix(0, 2, 2)\nfor (i in 1:2) for (j in 1:2) out[i, j] <- sum(x[i:(i+1), j:(j+1)])\n',
    ],
    [
      'julia',
      "rand draws from Julia's own generator, which is not supported",
      'x = rand(4, 4)\nk = [1 0; 0 1]\nout = zeros(3, 3)\nfor i in 1:3, j in 1:3\n    out[i, j] = sum(x[i:i+1, j:j+1] .* k)\nend\n',
    ],
    [
      'python',
      'the weights of models.resnet18 are not in the text',
      'import torch\nfrom torchvision import models\nmodel = models.resnet18(pretrained=True)\ny = model.conv1(torch.ones(1, 3, 9, 9))\n',
    ],
    [
      'python',
      'the weights of VGG16 are not in the text',
      'import tensorflow as tf\nfrom tensorflow.keras.applications import VGG16\nm = VGG16()\ny = m.predict(tf.ones((1, 9, 9, 3)))\n',
    ],
    [
      'python',
      'sp.Matrix computes with symbols, which is not supported',
      "import sympy as sp\na, b = sp.symbols('a b')\nK = sp.Matrix([[a, b], [b, a]])\nX = sp.Matrix([[1, 2], [3, 4]])\nprint(K * X)\n",
    ],
    [
      'cpp',
      'no layer of this C++ code is known by its call or its result: select an input and a filter, or an array',
      'TEST(Conv, forward) {\n  Matrix3d input;\n  input << 1, 2, 3,\n           4, 5, 6,\n           7, 8, 9;\n  net->run(input);\n}\n',
    ],
    [
      'plaintext',
      'c.applyConvolution is not supported in SystemVerilog code: select an input and a filter, or an array',
      "module t;\n  real x[2][2] = '{{1.0, 2.0}, {3.0, 4.0}};\n  Conv2D c = new(2, 2);\n  initial begin\n    c.applyConvolution();\n  end\nendmodule\n",
    ],
  ])('%s: %s', (languageId, message, text) => {
    expect(refusal({ text, languageId })[0]).toBe(message);
  });
});

it('a function of R that is not called: not the expressions in its body', () => {
  const text =
    'shrink <- function(mat, s) {\n  n <- dim(mat)[1]\n  out <- matrix(0, n / s, n / s)\n  window <- mat[1:s, 1:s]\n  out[1, 1] <- max(window)\n  return(out)\n}\n';
  expect(refusal({ text, languageId: 'r' })).toEqual([
    'the text defines shrink, but does not call it with an array',
    'shrink',
  ]);
});
