/** Layers of frameworks that are not known, found by the result that a test of them expects. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

const X = '1, 2, 3, 4, 5, 6, 7, 8, 9';

function only(text: string, languageId: string) {
  const { calls } = parseArrays(text, { languageId });
  expect(calls).toHaveLength(1);
  const [call] = calls;
  const shapes = Object.fromEntries(
    Object.entries(arraysOfCall(call!)).map(([name, { shape }]) => [name, shape.join(' ')]),
  );
  return { ...call!, shapes };
}

const CONV = { A_prev: '1 3 3 1', W: '2 2 1 1' };

describe('a layer whose result the text has', () => {
  it.each([
    [
      'flat lists of C++, whose sizes are elsewhere',
      'cpp',
      `conv.stride = 1;\nfloat in[] = {${X}};\nfloat w[] = {1, 2, 0, 1};\nfloat b[] = {0.5f};\nfloat expected[] = {10.5f, 14.5f, 22.5f, 26.5f};\nlayer.forward(in);`,
      { operation: 'conv_forward', options: { stride: 1, padding: 0 }, shapes: { ...CONV, b: '1 1 1 1' } },
    ],
    [
      'shapes by names, in Swift',
      'swift',
      `let a = Grid(shape: [1, 3, 3, 1], elements: [${X}])\nlet k = Grid(shape: [2, 2, 1, 1], elements: [1, 2, 0, 1])\nXCTAssertEqual(a.conv2d(k), Grid(shape: [1, 2, 2, 1], elements: [10, 14, 22, 26]))`,
      { operation: 'conv_forward', shapes: CONV },
    ],
    [
      'records of JavaScript that a helper gets',
      'javascript',
      `const input = {shape: [1, 1, 3, 3], data: [${X}]};\nconst filter = {shape: [1, 1, 2, 2], data: new Float32Array(4).fill(1)};\nconst expected = {shape: [1, 1, 2, 2], data: [12, 16, 24, 28]};\ncheckConv2d(input, filter, expected);`,
      { operation: 'conv_forward', shapes: CONV },
    ],
    [
      'objects of Java, with a stride and a pad that only the numbers show',
      'java',
      `Tensor input = new Tensor(3, 3, new float[] {${X}});\nTensor filter = new Tensor(2, 2, new float[] {1f, 2f, 0f, 1f});\nTensor expected = new Tensor(2, 2, new float[] {1f, 3f, 15f, 26f});\nlayer.conv(input);`,
      { operation: 'conv_forward', options: { stride: 2, padding: 1 }, shapes: CONV },
    ],
    [
      'numbers that C++ checks one by one, with names from the arguments',
      'cpp',
      `set_values(input, {${X}});\nset_values(weights, {1.f, 2.f, 0.f, 1.f});\nauto conv = convolution::create(input, weights);\nEXPECT_FLOAT_EQ(10.f, get_value<float>(y, 0));\nEXPECT_NEAR(get_value<float>(y, 1), 14, 1e-5);\nEXPECT_FLOAT_EQ(get_value<float>(y, 2), 22.0f);\nEXPECT_FLOAT_EQ(get_value<float>(y, 3), 26.0f);`,
      { operation: 'conv_forward', shapes: CONV },
    ],
    [
      'numbers that JavaScript checks, of a pooling',
      'javascript',
      `const out = net.maxPool([[1, 2, 5], [4, 3, 0], [7, 8, 6]], 2, 1);\nexpect(out[0][0]).toBe(4);\nexpect(out[0][1]).toBe(5);\nexpect(out[1][0]).toBe(8);\nexpect(out[1][1]).toEqual(8);`,
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 1 } },
    ],
    [
      'rows of a table of tests in Go, of a 1-D layer whose only axis is padded',
      'go',
      'tests := []struct{ src, kernel, want []float32 }{\n\t{\n\t\tsrc: []float32{2, 1, 4, 3, 5, 6},\n\t\tkernel: []float32{1, 0, -2},\n\t\twant: []float32{-6, -8, -11, 4},\n\t},\n}\nfor _, tt := range tests {\n\tConv1d(tt.src, tt.kernel, dst)\n}',
      {
        operation: 'conv_forward',
        options: { dilation: 2, padding: [0, 1] },
        shapes: { A_prev: '1 1 6 1', W: '1 3 1 1' },
      },
    ],
    [
      'an array that is made for a check, which is no input',
      'typescript',
      'const x = sm.full([1, 1, 3, 3], 1)\nconst w = sm.full([1, 1, 3, 3], 1)\nconst y = sm.conv2d(x, w, 1, 1, 1, 1)\nexpectArraysClose(y.toFloat32Array(), new Float32Array([4, 6, 4, 6, 9, 6, 4, 6, 4]))',
      { operation: 'conv_forward', options: { stride: 1, padding: 1 } },
    ],
    [
      'a and b of C++, with checked numbers of a type',
      'cpp',
      'matrix<T, 3, 3> a = {1, 2, 3, 0, 1, 1, 3, 2, 1};\nmatrix<T, 2, 2> b = {2.0, 0.0, 0.5, 0.5};\nconv_2d_valid(a, b, c);\nREQUIRE(c(0, 0), T(3.5));\nREQUIRE(c(0, 1), T(4.5));\nREQUIRE(c(1, 0), T(4.5));\nREQUIRE(c(1, 1), T(3.0));',
      { operation: 'conv_forward', options: { kernelFlipped: true }, shapes: CONV },
    ],
    [
      'cells that are checked by their places, in any order',
      'cpp',
      'float input[9] = {1, 4, 7, 2, 5, 8, 3, 6, 9};\nfloat kernel[4] = {1, 3, 2, 4};\nauto d = conv.forward(input);\nEXPECT_EQ(d[0], 37);\nEXPECT_EQ(d[2], 47);\nEXPECT_EQ(d[1], 67);\nEXPECT_EQ(d[3], 77);',
      { operation: 'conv_forward', options: { stride: 1, padding: 0 } },
    ],
    [
      'some cells of a result',
      'cpp',
      'Tensor input = {{{2, 5, 1, 4}, {3, 0, 8, 1}, {0, 6, 7, 2}, {9, 1, 3, 4}}};\nmax_pool.forward(input, y);\nassert(Near(y[0][0][1], 8.0, 1e-6));\nassert(y[0][1][0] == 9.0f);',
      { operation: 'pool_forward', options: { kernel: 2, stride: 2 } },
    ],
    [
      'a result of Swift named expImage, of a filter that changes nothing',
      'swift',
      'let img = makeImage(width: 3, height: 3, values: [0, 1, 0, 2, 0, 3, 0, 0, 4])\nlet w: [Float] = [0, 0, 0, 0, 1, 0, 0, 0, 0]\nlet expImg = makeImage(width: 3, height: 3, values: [0, 1, 0, 2, 0, 3, 0, 0, 4])\nlet conv = Convolution(w, padding: 1)',
      { operation: 'conv_forward', options: { padding: 1 } },
    ],
    [
      'gradients compared with an operator, in C++',
      'cpp',
      `Tensor input = makeTensor({${X}}, {1, 1, 3, 3});\nTensor weight = makeTensor({2.0, 0.0, -1.0, 1.0}, {1, 1, 2, 2});\nTensor gradOut = makeTensor({1.0, 1.0, 0.5, -1.0}, {1, 1, 2, 2});\nauto gradInput = conv2dBackward(gradOut, input, weight);\nCHECK(gradInput.toVector() == std::vector<double>{2.0, 2.0, 0.0, 0.0, -2.0, 1.0, -0.5, 1.5, -1.0});`,
      { operation: 'conv_backward', options: { stride: 1, padding: 0 } },
    ],
    [
      'strides of two sizes',
      'javascript',
      `const x = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [0, 1, 4]];\nconst filter = [[1, 2], [0, 1]];\nconv(x, filter, {strides: [2, 1]});\nconst expected = [[10, 14], [24, 30]];`,
      { operation: 'conv_forward', options: { stride: [2, 1] } },
    ],
    [
      "a window of TensorFlow's four sizes, and an input with the name b",
      'swift',
      'let b = Tensor(shape: [1,2,3,1], elements: [0,1,2,3,4,5])\nvar r = b.maxPool(ksize: [1,1,3,1], strides: [1,1,1,1])\nXCTAssertEqual(r, Tensor(shape: [1,2,3,1], elements: [1,2,2,4,5,5]))',
      { operation: 'pool_forward', options: { mode: 'max', kernel: [1, 3] } },
    ],
    [
      'a pooling of Go',
      'go',
      `x := [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}\nwant := [][]float64{{5, 6}, {8, 9}}\ngot := MaxPool(x, 2, 1)`,
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 1 } },
    ],
    [
      'a pooling of which two have the same result, and one is stated',
      'go',
      `x := [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}\nwant := [][]float64{{5, 6}, {8, 9}}\ngot := MaxPool(x, Options{Size: 2, Stride: 2, Same: true})`,
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 } },
    ],
    [
      'the gradient of a pooling of Rust',
      'rust',
      `use burn::tensor::module::max_pool2d;\nlet x = TestTensor::from([[[[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]]]]);\nlet grad_expected = TestTensor::from([[[[0., 0., 0.], [0., 1., 1.], [0., 1., 1.]]]]);\nlet y = max_pool2d(&x, [2, 2], [1, 1], [0, 0]);\nlet grads = y.backward();`,
      { operation: 'pool_backward', shapes: { A_prev: '1 3 3 1', dA: '1 2 2 1' } },
    ],
    [
      'arguments of a check and of the call in it, whose axes the sizes show',
      'java',
      `assertArrayEquals(new double[] {12, 16, 24, 28}, layer.convolve(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, new double[][] {{1, 1}, {1, 1}}));`,
      { operation: 'conv_forward', shapes: CONV },
    ],
    [
      'fields of a table of tests',
      'go',
      `cases := []struct{ input, want []float64 }{\n  {\n    input: []float64{${X}},\n    want: []float64{3, 4, 6, 7},\n  },\n}\nfor _, c := range cases { AvgPool(c.input, 2, 1) }`,
      { operation: 'pool_forward', options: { mode: 'average', kernel: 2, stride: 1 } },
    ],
    [
      'a transposed convolution',
      'swift',
      `let x = Grid(shape: [1, 1, 2, 2], elements: [1, 2, 3, 4])\nlet kernel = Grid(shape: [1, 1, 2, 2], elements: [1, 0, 2, -1])\nlet expected = Grid(shape: [1, 1, 3, 3], elements: [1, 2, 0, 5, 7, -2, 6, 5, -4])\nconvTranspose(x, kernel)`,
      { operation: 'conv_transpose_forward', options: { stride: 1, padding: 0 } },
    ],
    [
      "the gradient of a convolution's filter",
      'cpp',
      `auto x = Grid({{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});\nauto w = Grid({{1, 2}, {0, 1}});\nauto w_grad = Grid({{12, 16}, {24, 28}});\nconvBackward(x, w);`,
      { operation: 'conv_backward', shapes: { ...CONV, dZ: '1 2 2 1' } },
    ],
  ])('%s', (_, languageId, text, expected) => {
    expect(only(text, languageId)).toMatchObject(expected);
  });

  it('takes the arrays of the same test', () => {
    const test = (name: string, w: string, expected: string): string =>
      `void ${name}() {\n  float in[] = {${X}};\n  float w[] = {${w}};\n  float expected[] = {${expected}};\n  conv(in, w);\n}\n`;
    const text = test('first', '1, 2, 0, 1', '10, 14, 22, 26') + test('second', '1, 1, 1, 1', '12, 16, 24, 28');
    const { calls } = parseArrays(text, { languageId: 'cpp' });
    expect(calls.map(({ arrays }) => 'W' in arrays && Array.from(arrays.W!.data))).toEqual([
      [1, 2, 0, 1],
      [1, 1, 1, 1],
    ]);
    expect(calls.map(({ notes }) => notes?.length)).toEqual([1, 1]);
  });

  it.each([
    [
      'another result',
      `float in[] = {${X}};\nfloat w[] = {1, 2, 0, 1};\nfloat expected[] = {10, 14, 22, 27};\nconv(in);`,
    ],
    [
      'a pooling that changes nothing',
      'float in[] = {0, 1, 0, 1, 0, 1, 0, 1, 0};\nCHECK(maxPool(in), {0, 1, 0, 1, 0, 1, 0, 1, 0});',
    ],
    ['no words of a layer', `float a[] = {${X}};\nfloat m[] = {1, 2, 0, 1};\nfloat expected[] = {10, 14, 22, 26};`],
  ])('is not assumed: %s', (_, text) => {
    expect(parseArrays(text, { languageId: 'cpp' }).calls).toEqual([]);
  });
});

it('arrays without a name that are not checked are not results', () => {
  const text = 'const a = f.avgPool(f.tensor([[1, 3], [5, 7]]), 2);\nconst b = f.pool(f.tensor([[4]]), 1);';
  // The call's own number is used.
  expect(parseArrays(text, { languageId: 'javascript' }).calls).toMatchObject([{ callee: 'f.avgPool' }]);
});

it('code in the tests of Octave is code', () => {
  const text = '%!assert (conv2 ([1 2; 3 4], [1 1; 1 1], "valid"), 10);\n%!error <A> conv2 (1)\n';
  expect(only(text, 'octave')).toMatchObject({ operation: 'conv_forward', callee: 'conv2' });
});

it('tables with lines of words between them are several arrays', () => {
  const { arrays } = parseArrays('# image\n1,2,3\n4,5,6\n7,8,9\n\n# kernel\n1,0\n0,1\n', { languageId: 'csv' });
  expect(arrays.map(({ name, array }) => [name, array.shape])).toEqual([
    ['input', [3, 3]],
    ['kernel', [2, 2]],
  ]);
});
