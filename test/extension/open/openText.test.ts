/** What texts open: cells of the course, documents, printed output, definitions, and texts without a layer. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLenses } from '../../../extension/session/lens/findLenses';
import { openText, type Opened, type OpenedLayer, type OpenRequest } from '../../../extension/session/openText';

const seeded = 'np.random.seed(1)\nA_prev = np.random.randn(2, 4, 4, 3)\n';
const forward = 'hparameters = {"stride": 1, "f": 3}\nA, cache = pool_forward(A_prev, hparameters)\n';

function layer(request: OpenRequest): OpenedLayer {
  const opened = openText(request);
  if (opened.kind !== 'layer') throw new Error(JSON.stringify(opened));
  return opened;
}

function python(text: string, rest: Partial<OpenRequest> = {}): OpenRequest {
  return { text, languageId: 'python', ...rest };
}

/** The request without its kind of result: `refused` with the text at the range. */
function refusal(request: OpenRequest): [message: string, at: string | undefined] {
  const opened = openText(request);
  if (opened.kind !== 'refused') throw new Error(JSON.stringify({ ...opened, roles: undefined }));
  return [opened.message, opened.range && request.text.slice(...opened.range)];
}

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
    const text = 'import tensorflow as tf\nconv = tf.keras.layers.Conv2D(1, 2)\ny = conv(tf.ones([1, 3, 3, 1]))';
    expect(refusal(python(text))[0]).toContain('the weights of tf.keras.layers.Conv2D are not in the text');
  });

  it('the other kind of layer', () => {
    expect(refusal(python(seeded + forward, { operation: 'convolution' }))[0]).toContain('pool_forward');
    const conv = 'x = np.ones((2, 3, 3, 1))\nx_pad = zero_pad(x, 2)';
    expect(refusal(python(conv, { operation: 'pooling' }))[0]).toContain('zero_pad');
  });
});

describe('texts without a layer', () => {
  it.each([
    ["import numpy as np\nplt.rcParams['figure.figsize'] = (5.0, 4.0)\nnp.random.seed(1)\n"],
    ['x_shape = (2, 3, 4, 4)\n'],
    ['arch = ((4, 32, 16, 1), (6, 80, 16, 1))\n'],
    ['print("hello")\n'],
    [''],
  ])('%j opens no layer', (text) => {
    expect(openText(python(text)).kind).not.toBe('layer');
  });

  it('an array that cannot be read is not replaced by another', () => {
    const [message, at] = refusal(python('W = np.array([[1, 2], [3]])\nx = np.array([[1, 2, 3], [4, 5, 6]])'));
    expect([message, at]).toEqual([expect.stringContaining('this list has'), '[3]']);
  });

  it('a filter alone has no input', () => {
    expect(refusal(python('W = np.array([[1, 2], [3, 4]])'))[0]).toBe(
      'W is a filter, and the text has no input for it',
    );
  });
});

describe('printed output', () => {
  const names = (opened: Opened) => (opened.kind === 'array' ? opened.arrays.map(({ name }) => name) : opened.kind);

  it.each<[string, (string | undefined)[]]>([
    ['x[1,1] = [[ 0.9 -0.7]\n [-0.1 -0.9]]\nx_pad[1,1] = [[0. 0.]\n [0. 0.]]', ['x[1,1]', 'x_pad[1,1]']],
    ['mode = max\nA = [[[[1.7 0.9 1.1]]]\n\n [[[1.1 1.5 2.2]]]]', ['A']],
    ['dA_mean = 1.45\ndW_mean = 1.73\n', ['dA_mean', 'dW_mean']],
    ['x =  [[ 1.6 -0.6]\n [-1.1  0.9]]\nmask =  [[ True False]\n [False False]]', ['x', 'mask']],
    ["Z's mean = 0.69\nZ[0,2,1] = [-1.3 -2.1]\n", ["Z's mean", 'Z[0,2,1]']],
  ])('%j is arrays, not a layer', (text, expected) => {
    expect(names(openText({ text, output: true }))).toEqual(expected);
    expect(openText({ text }).kind).not.toBe('layer');
  });

  it('with the cell that printed it opens the layer of that cell and keeps the results', () => {
    const code = `${seeded}${forward}print("A.shape = ", A.shape)\n`;
    const opened = layer({ text: 'A.shape =  (2, 2, 2, 3)\n', output: true, before: ['import numpy as np\n', code] });
    expect(opened.operation).toBe('pool_forward');
    expect(opened.printed.map(({ label }) => label)).toMatchObject([{ name: 'A', quantity: 'shape' }]);
  });

  it('of a cell without a layer is arrays', () => {
    const opened = openText({ text: 'x = [[1 2]\n [3 4]]', output: true, before: ['print("x =", x)'] });
    expect(names(opened)).toEqual(['x']);
  });
});

describe('definitions', () => {
  const definition = 'def pool_forward(A_prev, hparameters, mode="max"):\n    return None, None\n';

  it('open the call of a later cell', () => {
    const opened = layer(python(definition, { after: ['x = 1', seeded + forward] }));
    expect(opened.roles['x']!.shape).toEqual([2, 4, 4, 3]);
    expect(opened.assumptions).toEqual([]);
  });

  it('without a call open the course’s test arrays, and it is stated', () => {
    const opened = layer(python(definition));
    expect(opened).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: 3, stride: 1 } });
    expect(opened.evidence).toEqual(['the text defines pool_forward']);
    expect(opened.assumptions).toContain("pool_forward is not called in the text: the course's test arrays are used");
  });

  it('with the cursor in the body opens the call of that function', () => {
    const text = `${definition}\ndef conv_single_step(a, W, b):\n    return 0\n\n${seeded}${forward}z = conv_single_step(np.ones((2, 2)), np.ones((2, 2)), 1.)\n`;
    expect(layer(python(text, { cursor: text.indexOf('None') })).operation).toBe('pool_forward');
    expect(layer(python(text, { cursor: text.indexOf('return 0') })).operation).toBe('conv_single_step');
  });
});

describe('the cursor', () => {
  const text = `${seeded}
hparameters = {"stride": 1, "f": 2}
A, cache = pool_forward(A_prev, hparameters)


dA_prev = pool_backward(A, cache, mode="max")
print("mode = max")

W = np.array([[1., 2.], [3., 4.]])
Z = conv_single_step(W, W, 0.)
`;
  it.each<[string, OpenRequest['operation'], string]>([
    ['A, cache', undefined, 'pool_forward'],
    ['\n\ndA_prev', undefined, 'pool_forward'],
    ['\ndA_prev', undefined, 'pool_backward'],
    ['print', undefined, 'pool_backward'],
    ['print', 'convolution', 'conv_single_step'],
    ['Z = conv', 'pooling', 'pool_backward'],
    ['[3., 4.]', undefined, 'conv_single_step'],
  ])('at %j with %s: the nearest call of the kind, %s', (at, operation, expected) => {
    const request = python(text, { cursor: text.indexOf(at), ...(operation && { operation }) });
    expect(layer(request).operation).toBe(expected);
  });
});

describe('to inspect', () => {
  it.each<[string, string, string[]]>([
    ['A = np.array([[1, 2], [3, 4]])\nB = np.array([[5, 6], [7, 8]])\n', 'B =', ['B']],
    ['np.random.seed(1)\nA = np.random.randn(2, 2)\nB = np.random.randn(3, 3)\n', 'B =', ['B']],
    ['A = np.ones((2, 2))\nprint(A)\nB = A + 1\n', 'B =', ['B']],
  ])('%j with the cursor at %j: %s', (text, at, names) => {
    const opened = openText(python(text, { cursor: text.indexOf(at), operation: 'inspect' }));
    expect(opened.kind === 'array' && opened.arrays.map(({ name }) => name)).toEqual(names);
  });
});

describe('the seed text, a document in Chinese without fences', () => {
  const text = readFileSync('test/fixtures/seed/pooling.zh.txt', 'utf8');

  it.each<[string, string, Record<string, unknown>, number]>([
    ["print('distributed", 'distribute_value', { dz: 2, shape: [2, 2] }, 1],
    ['a.shape == (10, 10)', 'distribute_value', { dz: 100, shape: [10, 10] }, 1],
    ['average = dz', 'distribute_value', { dz: 2, shape: [2, 2] }, 1],
    ['(A_prev , hparaeters) = cache', 'pool_backward', { mode: 'max', kernel: 2, stride: 1, ties: 'all' }, 8],
    ['A, cache = pool', 'pool_forward', { mode: 'max', kernel: 2, stride: 1, ties: 'all' }, 8],
    ['print("mode = max")', 'pool_backward', { mode: 'max', kernel: 2, stride: 1, ties: 'all' }, 8],
    ['print("mode = average")', 'pool_backward', { mode: 'average', kernel: 2, stride: 1, ties: 'all' }, 8],
  ])('in the block of %j', (at, operation, options, results) => {
    for (const languageId of ['plaintext', 'markdown', undefined]) {
      const cursor = text.indexOf(at);
      const opened = layer({ text, cursor, ...(languageId !== undefined && { languageId }) });
      expect(opened).toMatchObject({ operation, options, problems: [], otherProblems: 0 });
      expect(opened.printed).toHaveLength(results);
    }
  });

  it.each<[string, string]>([
    ['dA_prev1[1,1] =  [[', 'max'],
    ['dA_prev2[1,1] =  [[', 'average'],
  ])('at the printed %s the call opens that assigned it, %s', (at, mode) => {
    const cursor = text.indexOf(at);
    expect(layer({ text, languageId: 'plaintext', cursor }).options).toMatchObject({ mode });
    const inspected = openText({ text, languageId: 'plaintext', cursor, operation: 'inspect' });
    expect(inspected.kind === 'array' && inspected.arrays.map(({ name }) => name)).toContain('dA_prev1[1,1]');
  });

  it('the imports open nothing', () => {
    for (const at of ['import h5py', 'rcParams', 'np.random.seed(1)']) {
      const cursor = text.indexOf(at);
      expect(openText({ text, languageId: 'plaintext', cursor }).kind).toBe('refused');
      expect(openText({ text, languageId: 'plaintext', cursor, operation: 'inspect' }).kind).toBe('refused');
    }
  });

  it('the whole text opens pool_backward with its printed results', () => {
    const opened = layer({ text, languageId: 'plaintext' });
    expect(opened).toMatchObject({ operation: 'pool_backward', problems: [], otherProblems: 0 });
    expect(opened.roles['x']!.shape).toEqual([5, 5, 3, 2]);
    const labels = opened.printed.map(({ label }) => label?.text);
    expect(labels).toContain('dA_prev1[1,1]');
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

  it('a vector is not a filter of a matrix: a regression opens its arrays', () => {
    const text = 'X = np.ones((10, 3))\nw = np.array([1., 2., 3.])\ny = X @ w\n';
    expect(openText(python(text)).kind).toBe('array');
  });
});

describe('documents', () => {
  const setUp = 'np.random.seed(1)\nA_prev = np.random.randn(1, 4, 4, 1)\n';
  const call = 'A, cache = pool_forward(A_prev, {"f": 2, "stride": 2})\nprint(A.shape)\n';
  const fence = '```';
  it.each<[string, string]>([
    [
      'markdown',
      `Text\n\n${fence}python\n${setUp}${fence}\n\nand\n\n${fence}python\n${call}${fence}\n\n${fence}\n(1, 2, 2, 1)\n${fence}\n`,
    ],
    [
      'markdown',
      `Sure, here it is:\n\n${fence}\n${setUp}${call}${fence}\n\nOutput:\n\n${fence}\n(1, 2, 2, 1)\n${fence}\nHope this helps.`,
    ],
    [
      'rmd',
      `---\ntitle: x\n---\n\n${fence}{r}\nx <- matrix(1:9, nrow = 3)\n${fence}\n\n${fence}{python}\n${setUp}${call}${fence}\n`,
    ],
    ['quarto', `${fence}{python}\n#| echo: false\n${setUp}${fence}\n\n${fence}{python}\n${call}${fence}\n`],
    ['python', `# %% [markdown]\n# # Title\n\n# %%\n${setUp}\n# %%\n${call}`],
    ['python', `# In[1]:\n\n${setUp}\n# In[2]:\n\n${call}`],
    [
      'plaintext',
      `>>> ${setUp.trim().replace(/\n/g, '\n>>> ')}\n>>> ${call.trim().replace(/\n/g, '\n>>> ')}\n(1, 2, 2, 1)\n`,
    ],
    ['html', `<p>Pooling</p><pre><code class="language-python">${(setUp + call).replace(/"/g, '&quot;')}</code></pre>`],
  ])('%s: %j', (languageId, text) => {
    for (const cursor of [undefined, text.indexOf('pool_forward')]) {
      const opened = layer({ text, languageId, ...(cursor !== undefined && { cursor }) });
      expect(opened).toMatchObject({ operation: 'pool_forward', options: { kernel: 2, stride: 2 }, problems: [] });
      expect(opened.roles['x']!.values[0]).toBeCloseTo(1.6243453636632417, 12);
    }
  });

  it('a refusal in decoded text has its place in the document', () => {
    const text = '<pre><code>A, c = pool_forward(B_prev, {&quot;f&quot;: 2, &quot;stride&quot;: 2})\n</code></pre>';
    expect(refusal({ text, languageId: 'html' })).toEqual(['B_prev is not defined', 'B_prev']);
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

it('a call in a function whose signature has several lines is not a call of the text', () => {
  const text =
    'import torch.nn.functional as F\n\ndef forward(\n    x,\n    w,\n) -> None:\n    return F.conv2d(x, w)\n';
  expect(findLenses(text, { languageId: 'python', from: 0, to: text.length }).lenses).toEqual([]);
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
  const text = 'def relu(Z):\n    Z[Z < 0] = 0\n    return Z\nZ = np.array([[1., -1.], [2., -2.]])\nA = relu(Z)';
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it('R Markdown with a single block of R', () => {
  const text =
    '```{r}\nlibrary(torch)\nx <- torch_tensor(array(1:16, dim = c(1, 1, 4, 4)))\ny <- nnf_max_pool2d(x, 2)\n```\n';
  expect(openText({ text, languageId: 'rmd', cursor: text.indexOf('nnf') })).toMatchObject({
    kind: 'layer',
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2 },
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
