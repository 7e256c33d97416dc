/** Layers that a file of data stores with their attributes, as ONNX names them. */
import { expect, it } from 'vitest';
import { layer, refusal } from './requests';

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
