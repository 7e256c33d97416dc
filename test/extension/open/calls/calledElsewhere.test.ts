/** Calls in the notations of further libraries and languages: the layer and its numbers. */
import { describe, expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';
import { openText } from '../../../../extension/session/openText';

describe('WebNN in its first version', () => {
  const graph = (layout: string, shape: string, more = ''): string =>
    [
      'const nn = navigator.ml.getNeuralNetworkContext();',
      `const image = builder.input('image', {type: 'float32', dimensions: ${shape}});`,
      "const w = builder.constant({type: 'float32', dimensions: [1, 2, 1, 1]}, new Float32Array([3, -1]));",
      'const side = 0;',
      `const y = nn.conv2d(image, w, [side, side, side, side], [1, 2], [1, 1], 1, '${layout}');`,
      'const graph = await builder.createModel({y});',
      'const numbers = new Float32Array([1, 2, 3, 4, 5, 6]);',
      `await graph.compute({'image': {buffer: numbers}});${more}`,
    ].join('\n');

  it('the input has the numbers that the graph gets later', () => {
    const { operation, options, roles } = layer({ text: graph('nhwc', '[1, 2, 3, 1]'), languageId: 'javascript' });
    expect(operation).toBe('conv_forward');
    expect(options).toMatchObject({ stride: [1, 2] });
    expect(roles.x).toMatchObject({ shape: [1, 2, 3, 1] });
    expect(roles.x).toMatchObject({ values: [1, 2, 3, 4, 5, 6] });
    expect(roles.w).toMatchObject({ shape: [1, 2, 1, 1] });
  });

  it('in its present version from a record of inputs', () => {
    const text = [
      'const builder = new MLGraphBuilder(context);',
      "const x = builder.input('x', {dataType: 'float32', shape: [1, 1, 2, 3]});",
      'const y = builder.maxPool2d(x, {windowDimensions: [2, 2]});',
      "const inputs = {'x': new Float32Array([5, 1, 0, 2, 7, 4])};",
      'const results = await context.compute(graph, inputs, outputs);',
    ].join('\n');
    expect(layer({ text, languageId: 'javascript' })).toMatchObject({
      operation: 'pool_forward',
      roles: { x: { shape: [1, 2, 3, 1], values: [5, 1, 0, 2, 7, 4] } },
    });
  });

  it('not where it gets several', () => {
    const text = graph('nhwc', '[1, 2, 3, 1]', "\nawait graph.compute({'image': {buffer: others}});");
    expect(refusal({ text, languageId: 'javascript' })[0]).toBe('the argument image of nn.conv2d is not known');
  });

  it('nor where the numbers do not fit', () => {
    const text = graph('nhwc', '[1, 2, 4, 1]');
    expect(refusal({ text, languageId: 'javascript' })[0]).toBe('the argument image of nn.conv2d is not known');
  });
});

describe('MATLAB: padarray', () => {
  const text = (args: string): string => `A = [3 1; 2 5; 0 7];\nB = padarray(A, ${args})\n`;

  it.each(['[2 2]', "[2, 2], 0, 'both'"])('%s is a border of zeros', (args) => {
    expect(layer({ text: text(args), languageId: 'matlab' })).toMatchObject({
      operation: 'zero_pad',
      options: { pad: 2 },
      roles: { x: { shape: [1, 3, 2, 1] } },
    });
  });

  it.each([
    ['a call', "C = conv2(padarray(A, [1 1]), [1 0; 0 -1], 'valid')\n", 'conv_forward'],
    [
      'loops',
      'K = [1 2];\nP = padarray(A, [1 1]);\nC = zeros(5, 3);\nfor i = 1:5\n  for j = 1:3\n    C(i, j) = sum(sum(P(i, j:j+1) .* K));\n  end\nend\n',
      'conv_forward',
    ],
  ])('inside of %s it is a part of the layer', (_, rest, operation) => {
    expect(layer({ text: `A = [3 1; 2 5; 0 7];\n${rest}`, languageId: 'matlab' }).operation).toBe(operation);
  });

  it.each([
    ['[1 3]', '[1 3] of padarray is not supported'],
    ['2', '2 of padarray is not supported'],
    ["[1 1], 'replicate'", "'replicate' of padarray is not supported"],
    ["[1 1], 0, 'pre'", "'pre' of padarray is not supported"],
  ])('%s is refused by name', (args, message) => {
    expect(refusal({ text: text(args), languageId: 'matlab' })[0]).toBe(message);
  });
});

it('Mathematica: a layer of ramps is ReLU; fractions are numbers', () => {
  const text = 'scores = {{-3/4, 2}, {5/2, -6}};\nElementwiseLayer[Ramp][scores] // MatrixForm\n';
  const { operation, roles } = layer({ text, languageId: 'wolfram' });
  expect(operation).toBe('relu_forward');
  expect(roles.x).toMatchObject({ values: [-0.75, 2, 2.5, -6] });
});

it('SystemVerilog: literals with a tick are arrays', () => {
  const text = "module m;\n  real img[2][2] = '{'{1.5, 2.0},\n                    '{3.0, 4.0}};\nendmodule\n";
  expect(openText({ text, languageId: 'systemverilog', operation: 'inspect' })).toMatchObject({
    kind: 'array',
    arrays: [{ name: 'img', shape: [2, 2] }],
  });
});

it('ONNX: the inputs of a node are arrays of nearly the same names', () => {
  const lines = ['import numpy as np', 'import onnx', 'xIn = np.arange(8.).reshape(1, 2, 2, 2)'];
  const node = 'node = onnx.helper.make_node("ConvTranspose", ["X", "W"], ["Y"], strides=[2, 2])';
  const text = [...lines, 'wIn = np.ones((2, 1, 2, 2))', node].join('\n');
  expect(layer(python(text))).toMatchObject({
    operation: 'conv_transpose_forward',
    options: { stride: [2, 2] },
    roles: { x: { name: 'xIn', shape: [1, 2, 2, 2] }, w: { name: 'wIn' } },
  });
  expect(refusal(python([...lines, node].join('\n')))[0]).toContain('W');
});

it('MXNet: nd by its whole name', () => {
  const text =
    "import mxnet as mx\nx = mx.nd.arange(9).reshape((1, 1, 3, 3))\ny = mx.ndarray.Pooling(data=x, kernel=(2, 2), pool_type='max')\n";
  expect(layer(python(text))).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', stride: 1 } });
});

describe('names without an import', () => {
  it('array is that of NumPy', () => {
    const text = "def test_rows():\n    got = correlate2d(array([[4, 1], [2, 3]]), array([[1, 2]]), 'valid')\n";
    expect(layer(python(text))).toMatchObject({ operation: 'conv_forward', roles: { w: { shape: [1, 2, 1, 1] } } });
  });

  it('a short name is the module of its member', () => {
    const { operation, options } = layer(python("y = sg.correlate2d(n.ones((3, 3)), n.ones((2, 2)), 'valid')\n"));
    expect([operation, options]).toMatchObject(['conv_forward', { stride: 1, padding: 0 }]);
    expect(refusal(python("y = sg.correlate2d(n.fetch('x'), n.ones((2, 2)), 'valid')\n"))[0]).toBe('n is not defined');
  });
});

describe('C: tensors as arguments', () => {
  const code = (args: string): string =>
    [
      'void test_edges(void) {',
      '  uint64_t image_shape[] = {1, 1, 3, 3};',
      '  float image[] = {4, 0, 1, 2, 5, 3, 1, 1, 6};',
      '  Tensor *x = tensor_create(image, image_shape, 4, true);',
      '  uint64_t edge_shape[] = {1, 1, 2, 2};',
      '  float edge[] = {1, -1, 0, 2};',
      '  Tensor *w = tensor_create(edge, edge_shape, 4, true);',
      `  Tensor *y = tensor_conv2d(${args});`,
      '  backward(tensor_sum(y), NULL);',
      '}',
    ].join('\n');

  it("the arguments have PyTorch's order", () => {
    const { operation, options, roles, assumptions } = layer({ text: code('x, w, NULL, 2, 1, 1'), languageId: 'c' });
    expect([operation, options]).toMatchObject(['conv_forward', { stride: 2, padding: 1, dilation: 1 }]);
    expect(roles.x).toMatchObject({ shape: [1, 3, 3, 1], values: [4, 0, 1, 2, 5, 3, 1, 1, 6] });
    expect(assumptions).toEqual([
      "the order of the arguments of tensor_conv2d is taken as PyTorch's",
      'the text asks for gradients: this is the forward pass',
    ]);
  });

  it('a number in the place of the bias is refused', () => {
    expect(refusal({ text: code('x, w, 2, 1'), languageId: 'c' })[0]).toBe(
      'a number as the bias of tensor_conv2d is not supported',
    );
  });
});

it('code that a page shows as a table has its lines without the cells', () => {
  const lines = [
    'import numpy as np',
    'from scipy.signal import correlate2d',
    'img = np.array([[3, 1, 2],',
    '[0, 4, 1]])',
  ];
  const text = [...lines, "y = correlate2d(img, np.array([[1, 1]]), mode='valid')"]
    .map((line) => `${line} | |\n`)
    .join('');
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { name: 'img', values: [3, 1, 2, 0, 4, 1] } },
  });
});

it('an input of a graph that is set below its layer', () => {
  const text = `const nn = navigator.ml.getNeuralNetworkContext();
const x = nn.input('x', {type: 'tensor-float32', dimensions: [1, 1, 2, 2]});
const w = nn.constant({type: 'tensor-float32', dimensions: [1, 1, 1, 1]}, new Float32Array([3]));
const y = nn.conv2d(x, w);
execution.setInput('x', new Float32Array([4, 1, 0, 2]));
`;
  expect(layer({ text, languageId: 'javascript' }).roles['x']?.values).toEqual([4, 1, 0, 2]);
});
