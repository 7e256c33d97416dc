/** The call that a cursor means among those of the text's own functions, and arrays that are results. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layerResults } from '../../../corpus/layerResults';
import { layer, python, refusal } from '../requests';

const own =
  'import numpy as np\ndef conv2(data, kernel):\n    h, w = len(data) - 1, len(data[0]) - 1\n' +
  '    return [[sum(data[i + a][j + b] * kernel[a][b] for a in range(2) for b in range(2)) for j in range(w)] for i in range(h)]\n\n' +
  'A = [[1, 2, 3], [4, 5, 6], [7, 8, 1]]\nB = [[5, 2, 3], [4, 5, 7], [7, 9, 9]]\nk = [[1, 2], [3, 5]]\n' +
  'first = conv2(A, k)\nsecond = conv2(B, k)\n';

describe('own functions', () => {
  it.each([
    ['first =', 1],
    ['second =', 5],
  ])('with the cursor at %s, that call opens', (at, value) => {
    const opened = layer(python(own, { cursor: own.indexOf(at) + 2 }));
    expect(opened.roles['x']?.values[0]).toBe(value);
  });

  it('also in cells, where an earlier cell defines the function', () => {
    const [definition, calls] = own.split('\n\n') as [string, string];
    const opened = layer(python(calls, { before: [definition], cursor: calls.indexOf('first') }));
    expect(opened.roles['x']?.values[0]).toBe(1);
  });

  it('where the call at the cursor cannot be evaluated, no other one opens', () => {
    const text = `${own}gray = np.array(Image.open("a.jpg"))\nthird = conv2(gray, k)\n`;
    const [message] = refusal(python(text, { cursor: text.indexOf('third') }));
    expect(message).toMatch(/^Image\.open reads data that are not in the text/);
  });
});

describe('examples in the documentation of a function run with it', () => {
  const text =
    'import numpy as np\n\n\ndef maxpooling(arr, size, stride):\n    """\n    >>> maxpooling([[1, 2, 3], [4, 9, 6], [7, 8, 9]], 3, 3)\n    array([[9.]])\n' +
    '    >>> maxpooling([[147, 180, 122], [241, 76, 32], [126, 13, 157]], 2, 1)\n    array([[241., 180.],\n           [241., 157.]])\n    """\n' +
    '    arr = np.array(arr)\n    n = (len(arr) - size) // stride + 1\n    out = np.zeros((n, n))\n    for i in range(n):\n        for j in range(n):\n' +
    '            out[i, j] = np.max(arr[i * stride : i * stride + size, j * stride : j * stride + size])\n    return out\n';

  it.each([undefined, text.indexOf('maxpooling([[147')])('cursor %s', (cursor) => {
    const opened = layer(python(text, cursor === undefined ? {} : { cursor }));
    expect(opened).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 1 } });
    expect(Array.from(layerResults(opened)[0]!)).toEqual([241, 180, 241, 157]);
  });
});

describe('sessions', () => {
  it('indented in prose', () => {
    const text =
      '    Perhaps the simplest case:\n\n    >>> import numpy as np\n    >>> from scipy import ndimage\n    >>> a = np.array([[1, 2, 0],\n    ...               [5, 3, 0]])\n' +
      '    >>> ndimage.convolve(a, np.ones((1, 3)), mode="constant")\n    array([[3, 3, 2],\n           [8, 8, 3]])\n';
    expect(layer({ text, languageId: 'plaintext' }).roles['x']?.values).toEqual([1, 2, 0, 5, 3, 0]);
  });

  const page =
    '>>> pool = nn.MaxPool2d(2, return_indices=True)\n>>> unpool = nn.MaxUnpool2d(2)\n>>> input = torch.tensor([[[[1., 2.],\n                            [5., 6.]]]])\n' +
    '>>> output, indices = pool(input)\n>>> unpool(output, indices)\ntensor([[[[0., 0.],\n          [0., 6.]]]])\n';

  it('whose lines in brackets have no prompts, and a layer made behind a prompt', () => {
    const opened = layer({ text: page, languageId: 'plaintext', cursor: page.indexOf('output, ind') });
    expect(opened).toMatchObject({ operation: 'pool_forward', roles: { x: { values: [1, 2, 5, 6] } } });
  });
});

describe('what the text computes is not an input', () => {
  const filled =
    'conv = np.arange(32.).reshape(1, 4, 4, 2)\nF = 2\nS = 2\npool = np.zeros((1, 2, 2, 2))\nfor i in range(2):\n    for j in range(2):\n' +
    '        pool[0, i, j, :] = np.max(conv[0, i*S:i*S+F, j*S:j*S+F, :])\n';

  it('an array that loops fill is not the gradient, and it is stated that other code computes it', () => {
    const opened = layer(python(filled, { operation: 'pooling' }));
    expect(opened).toMatchObject({ operation: 'pool_forward', options: { kernel: 2, stride: 2 } });
    expect(opened.assumptions).toContain(
      'pool is computed in the text by other code: its values may differ from those of this layer',
    );
  });

  it('what a function of the text returns is not the filter', () => {
    const text =
      'def to_columns(img):\n    return img.reshape(4, 4)[:, :3]\n\nimg = np.arange(16.).reshape(4, 4)\ncols = to_columns(img)\n';
    expect(layer(python(text, { operation: 'convolution' })).roles['w']?.name).toBeUndefined();
  });

  it('of arrays without names, those after the input and the filter are not used', () => {
    const text = 'the image:\n[[9 7 6]\n[7 3 1]\n[1 9 1]]\n1st:\n[[0 1]\n[1 0]]\n2nd:\n[[1 1]\n[0 1]]\n';
    const opened = layer({ text, languageId: 'plaintext', operation: 'convolution' });
    expect(opened.operation).toBe('conv_forward');
    expect(opened.assumptions).toContain('not used: (2, 2)');
    expect(layer({ text, languageId: 'plaintext', operation: 'pooling' }).operation).toBe('pool_forward');
  });

  it('of many arrays without names, none is chosen', () => {
    const text = [1, 2, 3, 4, 5].map((k) => `example ${k}:\n[[${k} 2]\n[3 4]]\n`).join('');
    const request = { text, languageId: 'plaintext' } as const;
    expect(refusal({ ...request, operation: 'pooling' })[0]).toBe(
      'the text has 5 arrays without names: select the one that is meant',
    );
    expect(openText(request).kind).toBe('array');
  });

  it('of examples with arrows, the one at the cursor is read, as a whole', () => {
    const text =
      'Format:\ns , input, output\n\n2, [[2, 9, 3, 8], [0, 1, 5, 5]] --> [[9,8]]\n1, [[1, 2, 3], [4, 5, 6], [7, 8, 9]] --> [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\n';
    expect(layer({ text, languageId: 'plaintext', operation: 'pooling' })).toMatchObject({
      options: { mode: 'max', kernel: 2, stride: 2 },
      roles: { x: { shape: [1, 2, 4, 1] } },
    });
  });

  it('a test of C whose function has a layer in its name is refused at that name', () => {
    const text = 'const float input_values[] = {0, 6, 2, 4};\nTestMaxPoolFloat(input_values, 2, 2);';
    expect(refusal({ text, languageId: 'cpp' })).toEqual([
      'TestMaxPoolFloat is not supported in C++ code: select an input and a filter, or an array',
      'TestMaxPoolFloat',
    ]);
  });

  it('golden values of a test are results', () => {
    const text = 'float input[] = {{0, 6, 2}, {4, 3, 2}};\nfloat golden[] = {{6, 6}, {4, 3}};';
    expect(layer({ text, languageId: 'c', operation: 'pooling' }).operation).toBe('pool_forward');
  });

  it('arrays that an assertion passes to a function of an earlier cell are not a layer', () => {
    const before = ['def simple(image, kernel):\n    return np.multiply(image, kernel).sum()'];
    const text = 'A = np.ones((3, 3))\nB = np.ones((3, 3))\nassert simple(A, B) == 9';
    expect(openText(python(text, { before })).kind).toBe('array');
  });

  it('a class of modules that is not called is the reason, also where a kind is asked for', () => {
    const text =
      'class M(nn.Module):\n    def forward(self, x):\n        return F.avg_pool2d(x, 2)\n\nx = torch.ones(1, 1, 4, 4)';
    expect(refusal(python(text, { operation: 'pooling' }))[0]).toBe(
      'the text defines M, but does not call it with an array',
    );
  });
});

it('a MATLAB script with functions that Python’s layers also have is MATLAB', () => {
  const text =
    'W = [1 3; 2 4];\nX = [1 4 7; 2 5 8; 3 6 9];\nR = conv2(X, W, "valid");\nZ = conv_forward_naive(X, W);\n';
  const opened = layer({ text, languageId: 'matlab', cursor: text.indexOf('R =') });
  expect(Array.from(layerResults(opened)[0]!)).toEqual([23, 53, 33, 63]);
});

it.each([
  ['X = d2l.tensor([[0.0, 1.0], [2.0, 3.0]])\ncorr2d(X, d2l.tensor([[1.0, 2.0]]))', [2, 8]],
  [
    'K = initializers.Constant(np.ones((1, 2)))\nlayers.Conv2D(1, (1, 2), kernel_initializer=K)(np.arange(4.).reshape(1, 2, 2, 1))',
    [1, 5],
  ],
  ['layers.AdaptiveAveragePooling2D(1, data_format="channels_first")(np.arange(8.).reshape(1, 2, 2, 2))', [1.5, 5.5]],
  ['from d2l import jax as d2l\ncorr2d(d2l.tensor([[0.0, 1.0]]), d2l.tensor([[1.0, 2.0]]))', [2]],
])('names of books and of Keras without their imports: %s', (text, values) => {
  expect(Array.from(layerResults(layer(python(text)))[0]!)).toEqual(values);
});
