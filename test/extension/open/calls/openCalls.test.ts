/** Which layer the calls of a text open, and which calls are refused. */
import { describe, expect, it } from 'vitest';
import { findLenses } from '../../../../extension/session/lens/findLenses';
import { openText } from '../../../../extension/session/openText';
import { seeded, forward, layer, python, refusal } from '../requests';

describe('a call opens its layer', () => {
  it('pool_forward with its arrays and options', () => {
    const opened = layer(python(seeded + forward));
    expect(opened).toMatchObject({ operation: 'pool_forward', pass: 'forward', problems: [], otherProblems: 0 });
    expect(opened.options).toEqual({ mode: 'max', kernel: 3, stride: 1, ties: 'all' });
    expect(opened.roles['x']).toMatchObject({ name: 'A_prev', shape: [2, 4, 4, 3] });
    expect(opened.roles['x']!.values[0]).toBeCloseTo(1.6243453636632417, 14);
  });

  it('with names from earlier cells, and a dictionary among its arguments', () => {
    const text = 'A, cache = pool_forward(A_prev, {"stride": 1, "f": 3})';
    expect(layer(python(text, { before: ['plot({"a": 1})\n', seeded] })).operation).toBe('pool_forward');
  });

  it.each([
    ['import matplotlib.pyplot as plt\n%matplotlib inline\n!pip install numpy\n'],
    ["plt.rcParams['figure.figsize'] = (5.0, 4.0)\n"],
    ['fig, axarr = plt.subplots(1, 2)\naxarr[0].imshow([[1, 2], [3, 4]])\n'],
    ['config = {"lr": 0.1, "sizes": [3, 4]}\nprint(f"{config}")\n'],
    ['class Net(nn.Module):\n    def __init__(self):\n        self.c = nn.Conv2d(1, 2, 3)\n'],
  ])('unrelated statements change nothing: %j', (noise) => {
    const { operation, roles, options } = layer(python(seeded + forward));
    const opened = layer(python(noise + seeded + noise + forward + noise));
    expect({ operation: opened.operation, roles: opened.roles, options: opened.options }).toEqual({
      operation,
      roles,
      options,
    });
    expect(opened.problems).toEqual([]);
  });

  it('conv_backward: the roles are x, w, b and dZ', () => {
    const text = `np.random.seed(1)
A_prev = np.random.randn(2, 4, 5, 3)
W = np.random.randn(2, 2, 3, 4)
b = np.random.randn(1, 1, 1, 4)
Z, cache = conv_forward(A_prev, W, b, {"pad": 1, "stride": 2})
dA, dW, db = conv_backward(Z, cache)
`;
    const opened = layer(python(text));
    expect(opened.operation).toBe('conv_backward');
    expect(Object.entries(opened.roles).map(([role, { shape }]) => [role, shape.join()])).toEqual([
      ['x', '2,4,5,3'],
      ['w', '2,2,3,4'],
      ['b', '1,1,1,4'],
      ['dZ', '2,3,3,4'],
    ]);
  });

  it.each([
    ['zero_pad', 'x = np.ones((2, 3, 3, 1))\nx_pad = zero_pad(x, 2)', ['x'], { pad: 2 }],
    [
      'conv_single_step',
      'Z = conv_single_step(np.ones((2, 2, 3)), np.ones((2, 2, 3)), np.ones((1, 1, 1)))',
      ['x', 'w', 'b'],
      {},
    ],
    ['create_mask_from_window', 'mask = create_mask_from_window(np.array([[1., 2.], [3., 4.]]))', ['x'], {}],
    ['distribute_value', 'a = distribute_value(2, (2, 3))', [], { dz: 2, shape: [2, 3] }],
  ])('the helper %s has only what it is given', (operation, text, roles, options) => {
    const opened = layer(python(text));
    expect(opened).toMatchObject({ operation, options, assumptions: [] });
    expect(Object.keys(opened.roles)).toEqual(roles);
  });
});

describe('a call that cannot be evaluated is refused with its reason, and nothing else opens', () => {
  it.each<[string, string, string, string]>([
    ['an unknown name', forward, 'A_prev is not defined', 'A_prev'],
    ['an unknown function', `A_prev = load("x.npy")\nW = [[1, 2], [3, 4]]\n${forward}`, 'load is not defined', 'load'],
    [
      'an unknown mode',
      `${seeded}A, c = pool_forward(A_prev, {"stride": 1, "f": 2}, mode="avg")`,
      `mode must be 'max' or 'average', not "avg"`,
      'pool_forward(A_prev, {"stride": 1, "f": 2}, mode="avg")',
    ],
    [
      'a missing hyperparameter',
      `${seeded}A, c = pool_forward(A_prev, {"stride": 1})`,
      'hparameters has no "f"',
      'pool_forward(A_prev, {"stride": 1})',
    ],
  ])('%s', (_, text, message, at) => {
    expect(refusal(python(text))).toEqual([message, at]);
  });

  it('the cause is the first statement on which the call depends', () => {
    const text = `kitten = imread("kitten.jpg")
x = np.zeros((1, 2, 2, 1))
x[0] = kitten[:2]
fig = plt.figure()
unrelated = missing + 1
A, cache = pool_forward(x, {"stride": 1, "f": 2})
`;
    expect(refusal(python(text))).toEqual(['imread is not defined', 'imread']);
  });

  it('a name that no cell gives a value', () => {
    const text = 'dx = pool_backward(dout, cache)';
    expect(refusal(python(text))[0]).toMatch(/dout/);
  });

  it('a call in a lambda is not the call that opens', () => {
    const text = `${seeded}${forward}check(lambda a: pool_forward(a, hparameters, mode="average")[0], A_prev)\n`;
    expect(layer(python(text)).options).toMatchObject({ mode: 'max' });
  });

  it('filters that do not fit: the message names the channels, at the call', () => {
    const call = 'conv_forward(A_prev, np.ones((2, 2, 4, 3)), np.zeros(3), {"stride": 1, "pad": 0})';
    const [message, at] = refusal(python(`${seeded}Z, cache = ${call}`));
    expect(message).toContain('4 channels');
    expect(at).toBe(call);
  });

  it('a layer whose weights the text does not have', () => {
    const text =
      'import tensorflow as tf\nconv = tf.keras.layers.Conv2D(1, 2, kernel_initializer="orthogonal")\ny = conv(tf.ones([1, 3, 3, 1]))';
    expect(refusal(python(text))[0]).toContain('the weights of tf.keras.layers.Conv2D are not in the text');
  });

  it('the other kind of layer', () => {
    expect(refusal(python(seeded + forward, { operation: 'convolution' }))[0]).toContain('pool_forward');
    const conv = 'x = np.ones((2, 3, 3, 1))\nx_pad = zero_pad(x, 2)';
    expect(refusal(python(conv, { operation: 'pooling' }))[0]).toContain('zero_pad');
  });
});

describe('a layer that no reader knows is refused, and no other one opens', () => {
  it.each<[string, string, string]>([
    ['python', 'x = np.ones((3, 3))\nk = np.ones((2, 2))\ny = my_conv2d(x, k)', 'my_conv2d is not defined'],
    ['python', 'x = np.ones((1, 1, 4, 4))\nw = np.ones((1, 1, 2, 2))\ny = lib.conv_fancy(x, w)', 'lib is not defined'],
    [
      'python',
      'model = Sequential()\nmodel.add(Conv2D(32, (3, 3), input_shape=(28, 28, 1)))\n',
      'the text makes Conv2D, but does not apply it to an array',
    ],
    ['python', 'x = np.ones((3, 3))\nx_pad = zeros_pad(x, 3)', 'zeros_pad is not defined'],
    ['matlab', "x = [1 2 3; 4 5 6];\nk = [1 0; 0 1];\ny = convn(x, k, 'same');", 'convn is not supported'],
  ])('%s: %j', (languageId, text, message) => {
    expect(refusal({ text, languageId })[0]).toContain(message);
  });

  it.each([['np.convert(x)'], ['plot_conv(x)'], ['# y = my_conv2d(x, k)'], ['print("conv2(x)")'], ['conv_test(1)']])(
    '%s is not a layer',
    (line) => {
      expect(layer(python(`x = np.ones((3, 3))\n${line}\n`)).roles['x']!.shape).toEqual([1, 3, 3, 1]);
    },
  );
});

describe('mistakes of the course are named', () => {
  const hparameters = '{"stride": 1, "pad": 0}';
  it.each<[string, string, string]>([
    [
      'channels first',
      `Z, c = conv_forward(np.ones((1, 2, 5, 7)), np.ones((8, 2, 2, 2)), np.zeros((1, 1, 1, 8)), ${hparameters})`,
      'with channels first A_prev and W fit',
    ],
    [
      'a filter of 2 axes',
      `Z, c = conv_forward(np.ones((1, 5, 5, 4)), np.ones((3, 3)), np.zeros((1, 1, 1, 8)), ${hparameters})`,
      'the filter needs 4 axes (f_H, f_W, n_C_prev, n_C), but its shape is (3, 3)',
    ],
    [
      'a missing argument',
      `Z, c = conv_forward(np.ones((1, 5, 5, 4)), np.ones((3, 3, 4, 8)), ${hparameters})`,
      "'hparameters'",
    ],
    ['a negative pad', 'x_pad = zero_pad(np.ones((1, 3, 3, 1)), -1)', 'pad must be a whole number of at least 0'],
    ['no pad', 'x_pad = zero_pad(np.ones((1, 3, 3, 1)), None)', 'a number is needed, not None'],
    [
      'a gradient of another shape',
      'A_prev = np.ones((1, 3, 3, 1))\nW = np.ones((2, 2, 1, 1))\ndZ = np.ones((1, 3, 3, 1))',
      'dZ has shape (1, 3, 3, 1), but the output has (1, 2, 2, 1)',
    ],
  ])('%s', (_, text, message) => {
    const [found, at] = refusal(python(text));
    expect(found).toContain(message);
    expect(at).toBeDefined();
  });

  it('a bias that the course cannot index is stated', () => {
    const text = `Z, c = conv_forward(np.ones((1, 3, 3, 2)), np.ones((2, 2, 2, 8)), np.zeros((8, 1)), ${hparameters})`;
    expect(layer(python(text)).assumptions).toEqual([
      'b has shape (8, 1); the code of the course needs (1, 1, 1, n_C)',
    ]);
  });
});

describe('gradients', () => {
  const text = `import torch
import torch.nn.functional as F
x = torch.arange(1., 10.).reshape(1, 1, 3, 3).requires_grad_(True)
w = torch.ones(1, 1, 2, 2)
y = F.conv2d(x, w)
y.sum().backward()
`;

  it('the line of y.backward() opens the backward pass, the line of the layer its forward pass', () => {
    expect(openText({ text, languageId: 'python', cursor: text.indexOf('.backward') })).toMatchObject({
      kind: 'layer',
      operation: 'conv_backward',
      roles: { dZ: { values: [1, 1, 1, 1] } },
    });
    expect(openText({ text, languageId: 'python', cursor: text.indexOf('F.conv2d') })).toMatchObject({
      operation: 'conv_forward',
    });
  });
});

it('a call in a function whose signature has several lines is not a call of the text', () => {
  const text =
    'import torch.nn.functional as F\n\ndef forward(\n    x,\n    w,\n) -> None:\n    return F.conv2d(x, w)\n';
  expect(findLenses(text, { languageId: 'python', from: 0, to: text.length }).lenses).toEqual([]);
});
