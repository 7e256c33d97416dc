/** Texts without a layer, printed output, definitions, the cursor, and texts to inspect. */
import { describe, expect, it } from 'vitest';
import { openText, type OpenedText, type OpenRequest } from '../../../extension/session/openText';
import { seeded, forward, layer, python, refusal } from './requests';

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
  const names = (opened: OpenedText) => (opened.kind === 'array' ? opened.arrays.map(({ name }) => name) : opened.kind);

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
    expect(opened.assumptions).toEqual(['pool_forward of the text returns other values than this layer']);
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
