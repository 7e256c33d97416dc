/** Cursors in functions and loops: the call or the loop at the cursor, not a later one; functions that import with a star. */
import { expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

const demo =
  'def demo():\n    A = np.arange(16.).reshape(1, 1, 4, 4)\n    y = F.conv2d(torch.tensor(A), torch.ones(1, 1, 2, 2))\n' +
  '    z = F.max_pool2d(torch.tensor(A), 2)\n    return y, z\n\n\nif __name__ == "__main__":\n    demo()\n';

it.each([
  ['F.conv2d', 'conv_forward'],
  ['F.max', 'pool_forward'],
])('of the calls in a function, the one at the cursor: %s', (at, operation) => {
  expect(layer(python(demo, { cursor: demo.indexOf(at) })).operation).toBe(operation);
});

it('a helper that a function of the text calls is not what the function computes', () => {
  const text =
    'def distribute_value(dz, shape):\n    return np.ones(shape) * dz / 4\n\ndef pool_back(dz, cache):\n    out = distribute_value(dz[0], (2, 2))\n    return out.sum()\n\n' +
    'dA = np.array([1., 2.])\nresult = pool_back(dA, None)\n';
  const [message] = refusal(python(text, { cursor: text.indexOf('result') }));
  expect(message).toBe('pool_back of the text computes no layer that can be shown');
});

it('the loop at the cursor, where a later loop computes another layer', () => {
  const text =
    'np.random.seed(1)\nX = np.random.randint(5, size=(4, 5))\nW = np.random.randint(5, size=(3, 3))\nXP = np.pad(X, ((1, 1), (1, 1)))\nY = np.zeros((4, 5))\n' +
    'for row in range(4):\n    for col in range(5):\n        Y[row, col] = np.sum(XP[row:row+3, col:col+3] * W)\n\nprint(Y)\n' +
    'dY = np.random.randint(5, size=(4, 5))\ndW = np.zeros((3, 3))\nfor row in range(3):\n    for col in range(3):\n        dW[row, col] = np.sum(XP[row:row+4, col:col+5] * dY)\n';
  expect(layer(python(text, { cursor: text.indexOf('* W)') })).roles).toMatchObject({
    x: { name: 'XP' },
    w: { name: 'W' },
  });
});

it('a star of a file of its own may have the class: it is not the one of a library', () => {
  const text = 'from .conv2d import *\nx = np.ones((1, 1, 4, 4))\nlayer = Conv2d(1, 2, 3)\ny = layer(x)\n';
  expect(refusal(python(text))[0]).toBe('Conv2d comes from .conv2d, which is not in this text');
});

it('a name that only such files can have', () => {
  const text =
    'from pool_layer import *\nfrom helpers import *\nx = to_image(np.ones((4, 4)))\ny = F.max_pool2d(x, 2)\n';
  expect(refusal(python(text))[0]).toBe('to_image comes from pool_layer, helpers, which is not in this text');
});

const twoTests =
  'from mine.testing import assert_equal\nimport unittest\n\n\nclass First(unittest.TestCase):\n    def check(self, x):\n        return F.avg_pool2d(x, 2)\n\n\n' +
  'class Last(unittest.TestCase):\n    def test_max(self):\n        y = F.max_pool2d(torch.arange(16.).reshape(1, 1, 4, 4), 2)\n        assert_equal(y.max(), 15)\n' +
  '        z = F.avg_pool2d(torch.arange(16.).reshape(1, 1, 4, 4), 4)\n        read_all(z)\n        v = F.max_pool2d(z, 1)\n';

it('an assertion of another file does not end the test: the later call at the cursor opens', () => {
  const opened = layer(python(twoTests, { cursor: twoTests.indexOf('z = F') }));
  expect(opened).toMatchObject({ options: { mode: 'average', kernel: 4 } });
});

it('so does the call below a function of another file, which is assumed to leave the array unchanged', () => {
  expect(layer(python(twoTests, { cursor: twoTests.indexOf('v = F') }))).toMatchObject({
    options: { mode: 'max', kernel: 1 },
    assumptions: ['read_all is not in this text: it is assumed to leave z unchanged'],
  });
  const changed = twoTests.replace('read_all(z)', 'reader.read_all(z)');
  expect(refusal(python(changed, { cursor: changed.indexOf('v = F') }))[0]).toBe('reader is not defined');
});

it('a call that the tests do not come to is refused with the reason', () => {
  const reason = 'the text defines check, but does not call it with an array';
  expect(refusal(python(twoTests, { cursor: twoTests.indexOf('return F') }))[0]).toBe(reason);
});

it.each([
  ['out = np.pad', 'conv_forward'],
  ['return X.max', 'pool_forward'],
])('of the definitions of a text, the one at the cursor has the test arrays: %s', (at, operation) => {
  const text =
    'def conv_forward(X, W, b, hparams):\n    out = np.pad(X, 1)\n    return out, None\n\n\ndef pool_forward(X, hparams):\n    return X.max(), None\n';
  expect(layer(python(text, { cursor: text.indexOf(at) })).operation).toBe(operation);
});

it('a function of another file is named with its file', () => {
  const text =
    'from mine.filters import gaussian_filter\n\nimage = np.ones((4, 4))\nprint(gaussian_filter(image, 3))\n';
  expect(refusal(python(text))[0]).toBe('gaussian_filter comes from mine.filters, which is not in this text');
});

const loops = [
  'Y = (np.arange(24) * 7 % 23).reshape(4, 6)',
  'window = (2, 3)',
  'stride = (2, 1)',
  'MP = np.zeros((2, 4))',
  'for i in range(2):',
  '    for j in range(4):',
  '        r, c = i * stride[0], j * stride[1]',
  '        MP[i, j] = np.max(Y[r:r+window[0], c:c+window[1]])',
  'print(MP)',
  'MPb = np.array([[3, -2], [5, 7]])',
  'Yb = np.zeros_like(Y)',
  'for i in range(2):',
  '    for j in range(2):',
  '        quad = Y[2*i:2*i+2, 3*j:3*j+3]',
  '        quadb = Yb[2*i:2*i+2, 3*j:3*j+3]',
  '        quadb[quad == np.max(quad)] = MPb[i, j]',
  'other = []',
  'for i in range(2):',
  '    other.append(i)',
  '',
].join('\n');

it.each([
  ['MP[i, j]', 'pool_forward', { kernel: [2, 3], stride: [2, 1] }],
  ['print(MP)', 'pool_forward', { kernel: [2, 3], stride: [2, 1] }],
])('a loop with a window and strides of two sizes is recognised: %s', (at, operation, options) => {
  expect(layer(python(loops, { cursor: loops.indexOf(at) }))).toMatchObject({ operation, options });
});

it('a loop that routes a gradient through views of its result is the gradient of a pooling', () => {
  const text = loops.replace('stride = (2, 1)', 'size = (2, 3)');
  expect(layer(python(text, { cursor: text.indexOf('quadb[') }))).toMatchObject({
    operation: 'pool_backward',
    roles: { dA: { name: 'MPb' } },
    options: { kernel: [2, 3], stride: [2, 3] },
  });
});

it('a loop without a layer is not another loop of the text', () => {
  const [message, at] = refusal(python(loops, { cursor: loops.indexOf('other.append') }));
  expect(message).toBe('the loop at the cursor computes no layer that can be shown');
  expect(at).toContain('other.append(i)');
});

const helpers =
  'import unittest\nimport torch\nimport torch.nn.functional as F\n\n\nclass PoolTest(unittest.TestCase):\n    def __pool_test(self, kernel, **rest):\n' +
  '        y = F.max_pool2d(torch.arange(36.).reshape(1, 1, 6, 6), kernel, **rest)\n        return y.mean()\n\n    def test_sizes(self):\n' +
  '        self.__pool_test(2)\n        self.__pool_test(\n            3,\n        )\n        self.__pool_test(6, unknown=3)\n        self.__pool_test(1)\n';

it.each([
  ['self.__pool_test(2)', 2],
  ['self.__pool_test(\n', 3],
])('of the calls of a helper in a test, the one at the cursor: %s', (at, kernel) => {
  expect(layer(python(helpers, { cursor: helpers.indexOf(at) }))).toMatchObject({ options: { kernel } });
});

it.each(['self.__pool_test(6', 'self.__pool_test(1)'])('a call at which or before which the test fails: %s', (at) => {
  expect(refusal(python(helpers, { cursor: helpers.indexOf(at) }))[0]).toBe('F.max_pool2d has no argument unknown');
});

it.each([
  ['conv_forward', 'X, F, s: int, p=0', 'X, F, s, p'],
  ['conv_backward_naive', 'dout, x, w', 'dout, x, w'],
  ['pool_forward', 'A_prev, f, stride', 'A_prev, f, stride'],
  ['zero_pad', 'X, pad, value=(0, 0), ', 'X, pad, value'],
])(
  'a definition %s(%s), whose parameters are not the course’s, is refused with the call that is missing',
  (name, written, call) => {
    const text = `import numpy as np\ndef ${name}(${written}):\n    return np.sum(${/^\w+/.exec(written)![0]})\n`;
    expect(refusal(python(text))).toEqual([
      `the text only defines ${name}: add its arrays and a call, ${name}(${call})`,
      `def ${name}`,
    ]);
  },
);

const layers = 'nn.Conv2d(1, 2, 3),\n    nn.ReLU(),\n    nn.MaxPool2d(2)';
const image = 'x = torch.arange(36.).reshape(1, 1, 6, 6)\ny = net(x)\n';

it.each([
  ['nn.Conv2d', 'conv_forward'],
  ['nn.MaxPool2d', 'pool_forward'],
  ['y = net', 'pool_forward'],
])('of the layers of a network, the one that is made at the cursor: %s', (at, operation) => {
  const module =
    'class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.c = nn.Conv2d(1, 2, 3)\n        self.p = nn.MaxPool2d(2)\n    def forward(self, x):\n        return self.p(self.c(x))\nnet = Net()\n';
  for (const text of [`net = nn.Sequential(\n    ${layers},\n)\n${image}`, `${module}${image}`]) {
    expect(layer(python(text, { cursor: text.indexOf(at) })).operation).toBe(operation);
  }
});

it('a call at the cursor of a function that computes no layer, also by another spelling of its name', () => {
  const text =
    'class A {\n  static void konvolusi(int[][] x, int[][] y) {\n    for (int i = 0; i < 2; i++) y[i][0] = x[i][0] * x[1][1];\n  }\n' +
    '  static int[][] pool(int[][] x) {\n    int[][] y = new int[2][2];\n    for (int i = 0; i < 2; i++)\n      for (int j = 0; j < 2; j++)\n' +
    '        y[i][j] = Math.max(Math.max(x[2*i][2*j], x[2*i][2*j+1]), Math.max(x[2*i+1][2*j], x[2*i+1][2*j+1]));\n    return y;\n  }\n' +
    '  public static void main(String[] a) {\n    int[][] x = {{1,2,3,4},{5,6,7,8},{9,1,2,3},{4,5,6,7}};\n    int[][] y = new int[4][4];\n    konvolusi(x, y);\n    int[][] z = pool(x);\n  }\n}\n';
  const cursor = text.indexOf('konvolusi(x, y)');
  expect(refusal({ text, languageId: 'java', cursor })[0]).toBe(
    'konvolusi of the text computes no layer that can be shown',
  );
  expect(layer({ text, languageId: 'java' }).operation).toBe('pool_forward');
});
