/** Layer calls beyond the courses and frameworks' two-dimensional layers, and texts around them. */
import { describe, expect, it } from 'vitest';
import { openText, type OpenedLayer } from '../../../../extension/session/openText';

function layer(text: string, languageId = 'python'): OpenedLayer {
  const opened = openText({ text, languageId });
  if (opened.kind !== 'layer') throw new Error(JSON.stringify(opened));
  return opened;
}

describe('OpenCV', () => {
  const setup = 'import cv2\nimport numpy as np\nimg = np.array([[10, 200], [30, 255]], dtype=np.uint8)\n';

  it('the edges are mirrored, and whole numbers are rounded and clipped, which is stated', () => {
    expect(layer(`${setup}dst = cv2.filter2D(img, -1, np.full((3, 3), 0.25))`)).toMatchObject({
      operation: 'conv_forward',
      options: { padding: 1, paddingMode: 'reflect' },
      assumptions: ['cv2.filter2D rounds its result to uint8 and clips it'],
    });
    const dst = openText({
      text: `${setup}dst = cv2.filter2D(img, -1, np.full((1, 2), 0.25)) * np.uint8(1)\n`,
      languageId: 'python',
      operation: 'inspect',
    });
    // 0.25 · (200 + 10) = 52.5, rounded to the even number; 0.25 · (255 + 30) = 71.25.
    expect(dst).toMatchObject({
      arrays: expect.arrayContaining([{ name: 'dst', shape: [2, 2], values: [52, 52, 71, 71] }]) as unknown,
    });
  });

  it('refuses types that OpenCV has no images of', () => {
    expect(openText({ text: `${setup}cv2.blur(img.astype(int), (2, 2))`, languageId: 'python' })).toMatchObject({
      kind: 'refused',
      message: 'cv2.blur takes no image of type int64',
    });
  });
});

describe('a text without a call', () => {
  it('whose pseudo-code computes with the array opens no layer', () => {
    const text = 'x = np.ones((4, 4))\nfor each window in x:\n    out[i, j] = sum(window * kernel) + ...\n';
    expect(openText({ text, languageId: 'python' }).kind).toBe('array');
  });

  it('that only defines corr2d opens planes', () => {
    const text = 'def corr2d(X, K):\n    return X\n';
    expect(layer(text)).toMatchObject({
      roles: { x: { shape: [1, 3, 3, 1] }, w: { shape: [2, 2, 1, 1], values: [0, 1, 2, 3] } },
      assumptions: expect.arrayContaining([
        'corr2d is not called in the text: the numbers 0 to 8 are used',
      ]) as string[],
    });
    expect(layer(text.replace('corr2d', 'pool2d'))).toMatchObject({
      operation: 'pool_forward',
      options: { mode: 'max', kernel: 2, stride: 1 },
    });
  });
});

it.each([
  ['conv_forward_naive(x, w, b, conv_param)', { operation: 'conv_forward', options: { stride: 2, padding: 1 } }],
  ['conv_backward_naive(dout, cache)', { operation: 'conv_backward', options: { stride: 1, padding: 1 } }],
  ['max_pool_forward_naive(x, pool_param)', { operation: 'pool_forward', options: { kernel: 2, stride: 2 } }],
  ['max_pool_backward_naive(dout, cache)', { operation: 'pool_backward', options: { kernel: 2, stride: 2 } }],
])('a text that only defines CS231n’s %s opens arrays of its shapes', (head, expected) => {
  const found = layer(`def ${head}:\n    return None\n`);
  expect(found).toMatchObject(expected);
  expect(found.assumptions[0]).toContain('evenly spaced numbers');
});

it('the arrays of CS231n’s test of conv_forward_naive are those of its notebook', () => {
  const { roles } = layer('def conv_forward_naive(x, w, b, conv_param):\n    return None\n');
  // x[0, :, 0, 0] and w[:, 0, 0, 0] of np.linspace(-0.1, 0.5, 96) and np.linspace(-0.2, 0.3, 144), channels first.
  expect(roles['x']).toMatchObject({ shape: [2, 4, 4, 3] });
  const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12) as number);
  expect(roles['x']!.values.slice(0, 3)).toEqual(near([-0.1, -0.1 + (16 * 0.6) / 95, -0.1 + (32 * 0.6) / 95]));
  expect(roles['w']!.values.slice(0, 3)).toEqual(near([-0.2, -0.2 + (48 * 0.5) / 143, -0.2 + (96 * 0.5) / 143]));
});

describe('Keras', () => {
  const model = (first: string, rest: string) => `
from tensorflow import keras
import numpy as np
model = keras.Sequential([${first}keras.layers.Conv2D(1, 3)])
${rest}
y = model.predict(np.ones((1, 4, 4, 1)))
`;

  it('the input is not one of the layers of the model', () => {
    const set = 'model.layers[0].set_weights([np.ones((3, 3, 1, 1)), np.array([0.5])])';
    expect(layer(model('keras.layers.Input((4, 4, 1)), ', set)).roles).toMatchObject({
      w: { shape: [3, 3, 1, 1] },
      b: { values: [0.5] },
    });
  });

  it('weights of a model with batch normalization are not assigned to other layers', () => {
    const set = 'model.set_weights([np.ones(1)] * 4 + [np.ones((3, 3, 1, 1)), np.array([0.5])])';
    expect(openText({ text: model('keras.layers.BatchNormalization(), ', set), languageId: 'python' })).toMatchObject({
      kind: 'refused',
      message: 'keras.layers.BatchNormalization is not supported',
    });
  });
});

it('an ONNX node whose test lacks an array names it', () => {
  const text = `import numpy as np, onnx
node = onnx.helper.make_node("Conv", inputs=["x", "W"], outputs=["y"])
x = np.ones((1, 1, 4, 4))
W = np.ones((1, 1, 2, 2))
expect(node, inputs=[x, W], outputs=[y], name="test")
`;
  expect(openText({ text, languageId: 'python' })).toMatchObject({ kind: 'refused', message: 'y is not defined' });
});

describe('a text whose data are elsewhere', () => {
  it.each([
    ['from scipy.misc import imread\n', 'imread("kitten.jpg")'],
    ['import numpy as np\n', 'np.load("x.npy")'],
    ['import cv2\n', 'cv2.imread("kitten.jpg", 0)'],
    ['from tensorflow.keras.datasets import mnist\n', 'mnist.load_data()'],
    ['import torchvision\n', 'torchvision.datasets.MNIST(".")'],
    ['', 'open("x.txt")'],
  ])('%s%s: the message names a way out', (imports, call) => {
    const text = `${imports}x = ${call}\nw = [[1, 0], [0, 1]]\ny = scipy.signal.convolve2d(x, w)\n`;
    const name = call.slice(0, call.indexOf('('));
    expect(openText({ text, languageId: 'python' })).toMatchObject({
      kind: 'refused',
      message: `${name} reads data that are not in the text: write a small array in its place, or step through the variable while debugging`,
    });
  });
});

describe('a layer whose result would take too long', () => {
  it('opens, and what is computed with its result is not known', () => {
    const text = `np.random.seed(1)
A_prev = np.random.randn(1, 600, 600, 3)
W = np.random.randn(40, 40, 3, 8)
b = np.random.randn(1, 1, 1, 8)
Z, cache = conv_forward(A_prev, W, b, {"stride": 1, "pad": 0})
P, cache = pool_forward(Z, {"stride": 2, "f": 2})
`;
    const first = text.split('\n').slice(0, 5).join('\n');
    expect(layer(first)).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { shape: [1, 600, 600, 3] }, w: { shape: [40, 40, 3, 8] } },
      problems: [],
      assumptions: [
        expect.stringMatching(/^the result of conv_forward is not computed: this would take \d+ operations/),
      ],
    });
    expect(openText({ text, languageId: 'python' })).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/^the result of conv_forward is not computed/) as string,
    });
  });
});

describe('the variants of max pooling in CS231n', () => {
  const call = (values: string) => `import numpy as np
from cs231n.fast_layers import *
x = np.array(${values}).reshape(1, 1, 2, 2)
out, cache = max_pool_forward_fast(x, {'pool_height': 2, 'pool_width': 2, 'stride': 2})
dx = max_pool_backward_fast(np.ones((1, 1, 1, 1)), cache)
`;

  it('are the same without equal maxima', () => {
    expect(layer(call('[1.0, 2, 3, 4]'))).toMatchObject({ operation: 'pool_backward', roles: { dA: { values: [1] } } });
  });

  it('are refused where they divide the gradient among equal maxima', () => {
    expect(openText({ text: call('[1.0, 4, 3, 4]'), languageId: 'python' })).toMatchObject({
      kind: 'refused',
      message: 'max_pool_backward_fast divides a gradient among equal maxima, which is not supported',
    });
  });
});

it('a function of the text that is called without an assignment: its bias is the default of a parameter', () => {
  const text = `import numpy as np
def shifted(image, kernel, bias=1):
    out = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            out[i][j] = np.sum(image[i:i + 2, j:j + 2] * kernel) + bias
    return out
k = np.array([[1, 0], [0, 1]])
im = np.arange(9).reshape(3, 3)
print(shifted(im, k))
`;
  expect(layer(text)).toMatchObject({
    operation: 'conv_forward',
    roles: { b: { values: [1] } },
  });
});

it('random numbers without a seed are stated also where an earlier cell draws some', () => {
  const text = 'y = scipy.signal.convolve2d(np.random.randn(3, 3), [[1.0]])\n';
  const opened = openText({ text, languageId: 'python', before: ['import numpy as np\na = np.random.randn(2)\n'] });
  expect(opened).toMatchObject({
    kind: 'layer',
    assumptions: [expect.stringMatching(/^there is no np\.random\.seed/)],
  });
});

describe('layers of Julia and R that cannot be computed', () => {
  it.each([
    [
      'julia',
      'x = reshape(collect(1:16), 4, 4, 1, 1)\ny = maxpool(x, (2, 2))\nz = maxpool(other, (2, 2))',
      'the argument other of maxpool is not known',
    ],
    [
      'julia',
      'model = Chain(\n  Conv((5, 5), 1 => 6, relu),\n  MaxPool((2, 2)))\n',
      'the text makes MaxPool, but does not apply it to an array',
    ],
    [
      'r',
      'x <- torch_tensor(array(1:9, dim = c(1, 1, 3, 3)))\nconv <- nn_conv2d(1, 1, 3)\ny <- conv(x)',
      'the weights of nn_conv2d are not in the text, so its output is not known',
    ],
    [
      'r',
      'Net <- nn_module("Net",\n  forward = function(x) {\n    x %>% nnf_relu() %>% nnf_max_pool2d(2)\n  })',
      'the text defines Net, but does not call it with an array',
    ],
    [
      'r',
      'model %>%\n  layer_conv_2d(filters = 32, kernel_size = c(3, 3)) %>%\n  layer_max_pooling_2d(pool_size = c(2, 2))',
      'the weights of layer_conv_2d are not in the text, so its output is not known',
    ],
  ])('%s: the last layer of %s is the reason', (languageId, text, message) => {
    expect(openText({ text, languageId })).toMatchObject({ kind: 'refused', message });
  });
});

it("OpenCV's flip turns a kernel: filter2D then is SciPy's convolution", () => {
  const image =
    'import cv2 as cv\nimport numpy as np\nw = np.array([[1, 1, 1], [1, 1, 2], [2, 1, 1]], dtype=np.uint8)\n';
  const text = `${image}b = np.eye(4, dtype=np.uint8)\nprint(cv.filter2D(b, -1, cv.flip(w, -1), borderType=cv.BORDER_CONSTANT))\n`;
  expect(layer(text).roles['w']!.values).toEqual([1, 1, 2, 2, 1, 1, 1, 1, 1]);
});

it('an array next to the call of a function of an earlier cell, which is given another value, is shown alone', () => {
  const before = ['def residual_block(x, f):\n    y = Conv2D(4, f)(x)\n    return y + x\n'];
  const text =
    'a = tf.placeholder("float", [2, 4, 4, 3])\nX = np.random.randn(2, 4, 4, 3)\nout = residual_block(a, f=2)\nprint(session.run(out, feed_dict={a: X}))\n';
  expect(openText({ text, languageId: 'python', before })).toMatchObject({ kind: 'array', arrays: [{ name: 'X' }] });
});
