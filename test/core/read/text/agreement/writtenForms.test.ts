/** Arrays of tests in further forms: Kotlin's lists, elements that are assigned, flat lists of several channels, checked names. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import type { NdArray } from '../../../../../core/array/NdArray';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

const assigned = (name: string, rows: readonly (readonly number[])[]) =>
  rows.flatMap((row, i) => row.map((value, j) => `    ${name}[0][${i}][${j}] = ${value};\n`)).join('');
const IMAGE = [
  [0, 0, 2, 1],
  [0, 1, 0, 1],
  [1, 4, 0, 0],
  [1, 1, 0, 3],
];

it.each([
  [
    'rows of a plane as one row, checked by a method',
    'csharp',
    'float[,] m = {{ -1, 0, 1, 2,\n 1.2f, 1, 1, 1,\n 0, -0.3f, -5, -0.5f,\n -1, 10, -2, -1 }},\n p = {{ 66, 77, 99, 11 }};\n// max pooling, backward\nfloat[,] t = m.UpscalePool2x2(p, 1);\nfloat[,] r = {{ 0, 0, 0, 77, 66, 0, 0, 0, 0, 0, 0, 11, 0, 99, 0, 0 }};\nAssert.IsTrue(t.ContentEquals(r));\n',
    { operation: 'pool_backward', shapes: { A_prev: '1 4 4 1', dA: '1 2 2 1' } },
  ],
  [
    'global pooling, whose window is the whole plane',
    'csharp',
    'var input = np.array(new float[,,,] {{{{1, 2}, {1, 2}, {1, 2}}, {{4, 6}, {4, 6}, {4, 6}}}});\nvar pool = keras.layers.GlobalAveragePooling2D();\nvar y = pool.Apply(input);\nvar expected = np.array(new float[,] {{2.5f, 4}});\nAssert.AreEqual(expected, y[0].numpy());\n',
    { operation: 'pool_forward', options: { kernel: [2, 3], mode: 'average' }, shapes: { A_prev: '1 2 3 2' } },
  ],
  [
    'examples, one axis and channels',
    'kotlin',
    'val input = arrayOf(\n  arrayOf(floatArrayOf(1f, -2f), floatArrayOf(3f, 4f), floatArrayOf(0f, 5f), floatArrayOf(2f, 2f)),\n  arrayOf(floatArrayOf(7f, 1f), floatArrayOf(6f, 0f), floatArrayOf(1f, 3f), floatArrayOf(4f, 8f)))\nval expected = arrayOf(\n  arrayOf(floatArrayOf(3f, 4f), floatArrayOf(2f, 5f)),\n  arrayOf(floatArrayOf(7f, 1f), floatArrayOf(4f, 8f)))\nval layer = MaxPool1D(2, 2)\ncheck(layer, input, expected)\n',
    { operation: 'pool_forward', options: { kernel: [1, 2], stride: [1, 2] }, shapes: { A_prev: '2 1 4 2' } },
  ],
  [
    'channels, rows and columns that are named one by one',
    'c',
    'size_t inputChannels = 2, inputHeight = 2, inputWidth = 3;\nsize_t kernelHeight = 1, kernelWidth = 2, outputChannels = 1;\nfloat input[] = {1, 2, 4, 3, 5, 9, 1, 0, 2, 7, 1, 1};\nfloat weights[] = {1, 2, 3, -1};\nfloat expectedOutput[] = {8, 8, 33, 25};\nconv_forward(input, weights, output);\n',
    { operation: 'conv_forward', shapes: { A_prev: '1 2 3 2', W: '1 2 2 1' } },
  ],
  [
    'the gradient of the input, whose cells a template reads',
    'cpp',
    `// convolution_f32_bw\nset_values(fw_input, {-0.5f, 1.5f, 1.0f, 1.0f, -0.5f, 2.0f, 1.0f, 2.0f, 3.0f});\nset_values(bw_input, {1.0f, 2.0f, 3.0f, 4.0f});\nset_values(weights, {-2.0f, 3.5f, 0.5f, 1.5f});\n${[-2, -0.5, 7, -5.5, 5, 17, 1.5, 6.5, 6].map((value, k) => `results_equal &= ${value.toFixed(1)}f == bw_output_mem.get_value<float>(${k});\n`).join('')}`,
    { operation: 'conv_backward', shapes: { A_prev: '1 3 3 1', dZ: '1 2 2 1', W: '2 2 1 1' } },
  ],
  [
    "Kotlin's arrays that are converted",
    'kotlin',
    'val input = arrayOf(\n  arrayOf(3.0, 6.0, 7.0, 5.0),\n  arrayOf(6.0, 2.0, 9.0, 1.0),\n  arrayOf(0.0, 9.0, 3.0, 6.0),\n  arrayOf(2.0, 6.0, 1.0, 8.0)\n).toMatrix().matrixFlatten()\nval expected = arrayOf(arrayOf(6.0, 9.0), arrayOf(9.0, 8.0))\nval pool = MaxPool(poolSize = 2, stride = 2)\nval output = pool.response(input)\n',
    { operation: 'pool_forward', options: { kernel: 2, stride: 2 }, shapes: { A_prev: '1 4 4 1' } },
  ],
  [
    'elements that are assigned before each test',
    'java',
    `public class PoolTest {\n  @Before\n  public void setUp() {\n    layer = new Layer(4, 4, 1, LayerType.MAXPOOL);\n${assigned('layer.cells', IMAGE)}  }\n  @Test\n  public void test() {\n    layer.pool(layer.cells, out, 2);\n    double[][][] temp = new double[1][2][2];\n${assigned(
      'temp',
      [
        [1, 2],
        [4, 3],
      ],
    )}    assertEquals(temp[i][j][k], out[i][j][k], 0);\n  }\n}\n`,
    { operation: 'pool_forward', options: { kernel: 2, stride: 2 }, shapes: { A_prev: '1 4 4 1' } },
  ],
  [
    'a test of Odin',
    'odin',
    'test_max_pool_2d :: proc(t: ^testing.T) {\n  input := new_with_init([]f32{1, 5, 3, 4, 2, 6, 9, 8, 7}, []uint{1, 1, 3, 3})\n  output := max_pool_2d(input, [2]uint{2, 2}, 1, 0)\n  expected := []f32{5, 6, 9, 8}\n}\n',
    { operation: 'pool_forward', options: { kernel: 2, stride: 1 }, shapes: { A_prev: '1 3 3 1' } },
  ],
  [
    'an object whose numbers have the shape that it is given',
    'cpp',
    'Storage a({1, 1, 3, 3}, {1, 5, 3, 4, 2, 6, 9, 8, 7});\nauto pooled = operator_max_pool(&a, 2, 2, 1);\nCHECK_VALUES(pooled, {5, 6, 9, 8});\n',
    { operation: 'pool_forward', shapes: { A_prev: '1 3 3 1' } },
  ],
])('%s', (_, languageId, text, expected) => {
  const call = parseArrays(text, { languageId }).calls.at(-1);
  const arrays: readonly [string, NdArray][] = call ? Object.entries(arraysOfCall(call)) : [];
  const shapes = new Map(arrays.map(([name, { shape }]) => [name, shape.join(' ')]));
  expect({ ...call, shapes: Object.fromEntries(shapes) }).toMatchObject(expected);
});
