/** `maximum_filter` and `uniform_filter`, with values of SciPy 1.10; MXNet's layers whose weights the program sets. */
import { expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';

const image = 'import numpy as np\nfrom scipy import ndimage as n\na = np.array([[1.,5,2,0],[3,8,4,1],[7,-6,9,2]])\n';

function valuesOf(text: string): number[] {
  const { arrays, calls, errors } = evaluatePython(text);
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(calls.length).toBeGreaterThan(0);
  const { data } = arrays.find(({ name }) => name === 'y')!.array;
  return Array.from(data, (value) => Math.round(value * 1e6) / 1e6 + 0);
}

it.each([
  ['n.maximum_filter(a, size=3)', [8, 8, 8, 4, 8, 9, 9, 9, 8, 9, 9, 9]],
  ["n.maximum_filter(a, (2, 3), mode='nearest')", [5, 5, 5, 2, 8, 8, 8, 4, 8, 9, 9, 9]],
  ["n.maximum_filter(a, size=(4, 2), mode='mirror')", [8, 8, 9, 9, 8, 8, 9, 9, 8, 8, 9, 9]],
  ["n.maximum_filter(-a, footprint=np.ones((2, 2)), mode='constant')", [0, 0, 0, 0, 0, -1, -2, 0, 0, 6, 6, -1]],
  [
    'n.uniform_filter(a, size=(3, 2))',
    [1.666667, 3.833333, 4.333333, 1.5, 3.666667, 3, 3.666667, 3, 5.666667, 2.166667, 3, 4.5],
  ],
  [
    "n.uniform_filter(a, mode='constant', cval=1.0)",
    [
      2.444444, 2.888889, 2.555556, 1.333333, 2.333333, 3.666667, 2.777778, 2.333333, 1.888889, 3.111111, 2.333333,
      2.333333,
    ],
  ],
])('%s', (call, values) => {
  expect(valuesOf(`${image}y = ${call}`)).toEqual(values);
});

it.each([
  ['Conv2D', 'conv.initialize(mx.init.Constant(2))', [20, 28, 20, 28]],
  ['Conv2D', 'conv.initialize()\nconv.weight.set_data(mx.nd.ones((2, 1, 1, 2)))', [10, 14, 10, 14]],
  [
    'Conv2DTranspose',
    'conv.initialize()\nconv.weight.set_data(mx.nd.ones((1, 2, 1, 2)))\nconv.bias.set_data(mx.nd.array([1, 2]))',
    [5, 11, 7, 7, 15, 9, 6, 12, 8, 8, 16, 10],
  ],
])("MXNet's %s: %s", (name, weights, values) => {
  const text = `import mxnet as mx\nx = mx.nd.array([[4, 6], [6, 8]]).expand_dims(0).expand_dims(axis=0)\nconv = mx.gluon.nn.${name}(channels=2, kernel_size=(1, 2), in_channels=1)\n${weights}\ny = conv(x)`;
  expect(valuesOf(text)).toEqual(values);
});
