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

it.each([
  [
    'n.gaussian_filter(a, 1)',
    [
      2.979518, 3.438182, 2.722034, 1.480992, 3.47051, 3.502269, 3.196213, 2.277851, 3.562218, 2.947619, 3.358597,
      3.063996,
    ],
  ],
  [
    "n.gaussian_filter(a, (0, 0.7), mode='mirror', truncate=2)",
    [
      2.675629, 3.533825, 2.209454, 0.837814, 5.094536, 6.114918, 4.209454, 2.256722, 1.554206, -0.135299, 4.392021,
      4.932351,
    ],
  ],
  ["n.gaussian_filter(u, 1.5, mode='nearest')", [30, 39, 44, 44, 47, 59, 73, 84, 61, 78, 103, 129]],
  [
    "n.gaussian_filter1d(a, 1, axis=0, mode='constant', cval=2)",
    [
      2.112984, 4.21673, 2.861881, 0.960142, 3.366829, 3.183804, 4.491687, 1.117114, 4.182698, 0.422254, 5.276547,
      1.650046,
    ],
  ],
  ['n.sobel(a)', [17, 4, -22, -9, 1, 5, -11, -15, -34, 7, 17, -24]],
  ['n.sobel(u, axis=0)', [117, 209, 24, 150, 217, 159, 144, 52, 100, 206, 120, 158]],
  ["n.prewitt(a, 0, mode='wrap')", [9, 5, 8, -10, -3, 2, -2, 15, -6, -7, -6, -5]],
  ['n.laplace(a)', [6, -4, 3, 3, 7, -26, 4, 3, -17, 42, -27, 6]],
  ['n.median_filter(a, 3)', [3, 3, 2, 1, 3, 4, 2, 2, 7, 7, 2, 2]],
  ["n.median_filter(a, size=(2, 2), mode='mirror')", [5, 5, 5, 2, 5, 5, 5, 2, 7, 7, 8, 4]],
  ["n.minimum_filter(a, (1, 3), mode='constant')", [0, 1, 0, 0, 0, 3, 1, 0, -6, -6, -6, 0]],
])('%s is computed; only derivatives of an image are calls of a layer', (call, values) => {
  const bytes = 'u = np.array([[1, 50, 20, 0], [30, 80, 140, 10], [70, 60, 90, 250]], np.uint8)\n';
  const { arrays, calls, errors } = evaluatePython(`${image}${bytes}y = ${call}\n`);
  expect(errors).toEqual([]);
  const isDerivative = /sobel|prewitt|laplace/.test(call);
  expect(calls.map(({ operation }) => operation)).toEqual(isDerivative ? ['conv_forward'] : []);
  const { data } = arrays.find(({ name }) => name === 'y')!.array;
  expect(Array.from(data, (value) => Math.round(value * 1e6) / 1e6 + 0)).toEqual(values);
});
