/** Layers that a file of data stores with their attributes, as ONNX names them. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index % 5);
const stored = (attributes: object): string =>
  JSON.stringify({
    op: 'Conv',
    attributes,
    inputs: [
      { name: 'x', shape: [1, 2, 4, 5], data: range(40) },
      { name: 'w', shape: [2, 1, 2, 3], data: range(12) },
    ],
  });

it.each([
  [{ kernel_shape: [2, 3], strides: [2, 1], auto_pad: 'SAME_UPPER', group: 2 }, 'same_upper', [2, 1]],
  [
    { kernel_shape: [2, 3], pads: [1, 0, 0, 1], auto_pad: 'NOTSET', group: 2 },
    { top: 1, bottom: 0, left: 0, right: 1 },
    1,
  ],
])('attributes of ONNX are the options: %j', (attributes, padding, stride) => {
  const { roles, options } = layer({ text: stored(attributes), languageId: 'json' });
  expect(roles['x']!.shape).toEqual([1, 4, 5, 2]);
  expect(roles['w']!.shape).toEqual([2, 3, 1, 2]);
  expect(options).toMatchObject({ padding, stride, groups: 2 });
});

it('a constant of C++ whose name is that of a filter has no input', () => {
  const text =
    'static const float kKernel[3][3] = {{1.f / 16, 2.f / 16, 0}, {0, 4.f / 16, 0}, {0, 1.f / 16, 1.f / 16}};\n';
  expect(refusal({ text, languageId: 'cpp', operation: 'convolution' })[0]).toMatch(/kKernel is a filter/);
});

const poolOf = (op_type: string): string =>
  JSON.stringify({
    op_type,
    attributes: { kernel_shape: [2, 2], strides: [2, 2] },
    inputs: [{ name: 'X', dims: [1, 1, 4, 4], data: range(16).map((value) => value - 2) }],
  });

it.each([
  ['MaxPool', 'pool_forward', { mode: 'max', kernel: 2 }],
  ['AveragePool', 'pool_forward', { mode: 'average', kernel: 2 }],
  ['Relu', 'relu_forward', {}],
])('the operation of an entry is the one that it names: %s', (op, operation, options) => {
  expect(layer({ text: poolOf(op), languageId: 'json' })).toMatchObject({ operation, options });
});

it('another operation than those of the layers is refused by its name', () => {
  expect(refusal({ text: poolOf('LpPool'), languageId: 'json' })[0]).toBe('LpPool is not supported');
});

const node = (cases: readonly (readonly number[])[][]): string =>
  JSON.stringify([
    {
      name: 'two channels',
      operator: 'Conv',
      opset: { domain: '', version: 11 },
      attributes: [
        { name: 'kernel_shape', data: [2, 2], type: 'ints' },
        { name: 'pads', data: [0, 1, 1, 0], type: 'ints' },
        { name: 'strides', ints: [2, 1] },
      ],
      cases: cases.map((operands) => ({
        inputs: operands.map((dims) => ({ data: range(dims.reduce((a, b) => a * b)), dims, type: 'float32' })),
        outputs: [{ data: [1, 2], dims: [2], type: 'float32' }],
      })),
    },
  ]);
// Their layout is that of ONNX: channels last would fit, too.
const operands = [[1, 2, 3, 2], [1, 2, 2, 2], [1]];

it.each([0, undefined])(
  'attributes in a list are options, and operands without names are in the order of the operation',
  (at) => {
    const text = node([operands]);
    const cursor = at === undefined ? {} : { cursor: text.indexOf('"Conv"') };
    const { operation, roles, options } = layer({ text, languageId: 'json', ...cursor });
    expect(operation).toBe('conv_forward');
    expect([roles['x']!.shape, roles['w']!.shape, roles['b']!.values]).toEqual([[1, 3, 2, 2], [2, 2, 2, 1], [0]]);
    expect(options).toMatchObject({ stride: [2, 1], padding: { top: 0, left: 1, bottom: 1, right: 0 } });
  },
);

it('the operands of several cases, or a convolution without weights, open no layer', () => {
  expect(refusal({ text: node([operands, operands]), languageId: 'json' })[0]).toMatch(/several examples/);
  expect(refusal({ text: node([[[1, 1, 3, 3]]]), languageId: 'json' })[0]).toMatch(/the weights of Conv are not/);
});

it('the object at the cursor that names its operation is meant, not one of its parts', () => {
  const pool = {
    op_type: 'MaxPool',
    attributes: { kernel_shape: [2, 2] },
    inputs: [{ dims: [1, 1, 2, 4], data: range(8) }],
  };
  const text = `[${JSON.stringify(pool)},\n${node([operands]).slice(1)}`;
  expect(layer({ text, languageId: 'json', cursor: text.indexOf('dims') })).toMatchObject({
    operation: 'pool_forward',
  });
  expect(layer({ text, languageId: 'json', cursor: text.lastIndexOf('outputs') })).toMatchObject({
    operation: 'conv_forward',
  });
});
