/** Which test of a C-like language is meant: the one at the cursor, or none. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

function test(name: string, expected: string, rest: string): string {
  return `  it('${name}', async () => {\n    const input = {shape: [1, 1, 2, 2], data: [1, 2, 3, 4]};\n    const filter = {shape: [1, 1, 1, 1], data: [2]};\n    const expected = ${expected};\n${rest}    await check${name}(input, filter, expected);\n  });\n`;
}

const FIRST = test('First', '{shape: [1, 1, 2, 2], data: [2, 4, 6, 8]}', '');
const SECOND = test(
  'Second',
  '{shape: [1, 1, 4, 3], data: [2, 0, 4, 0, 0, 0, 0, 0, 0, 6, 0, 8]}',
  '    const options = {strides: [3, 2]};\n',
);
const at = (text: string, written: string) => ({ text, languageId: 'javascript', cursor: text.indexOf(written) });

it('options below the result of the test at the cursor count', () => {
  const text = `describe('convTranspose2d', () => {\n${FIRST}${SECOND}});\n`;
  expect(layer(at(text, 'await checkFirst')).options).toMatchObject({ stride: 1 });
  expect(layer(at(text, 'await checkSecond')).options).toMatchObject({ stride: [3, 2] });
});

it('with the cursor in the list of an option, the layer opens', () => {
  expect(layer(at(`describe('convTranspose2d', () => {\n${FIRST}${SECOND}});\n`, '3, 2]')).options).toMatchObject({
    stride: [3, 2],
  });
});

it.each(['max_pool', '[[2f32', '3.0, 5.0, 1.0]'])(
  'with the cursor in a check, the layer above it opens: %s',
  (cursor) => {
    const text =
      'let t = Tensor::new(&[[1f32, 2., 1., 3.], [0., 0., 1., 1.], [1., 1., 1., 1.], [5., 1., 1., 1.]], dev)?.reshape((1, 1, 4, 4))?;\nlet pool = t.max_pool2d(2)?;\nassert_eq!(pool.to_vec2::<f32>()?, [[2f32, 3.], [5., 1.]]);\nassert_eq!(pool.to_vec2::<f32>()?, [[2.0, 3.0, 5.0, 1.0]]);\n';
    expect(layer({ text, languageId: 'rust', cursor: text.indexOf(cursor) })).toMatchObject({
      operation: 'pool_forward',
      roles: { x: { shape: [1, 4, 4, 1] } },
    });
  },
);

it('a file of many tests opens the one at the cursor', () => {
  const text = `describe('convTranspose2d', () => {\n${FIRST.repeat(80)}${SECOND}${FIRST.repeat(10)}});\n`;
  expect(layer(at(text, 'await checkSecond')).options).toMatchObject({ stride: [3, 2] });
});

it("Octave's tests in the comments of its sources are read", () => {
  const text = '  return x;\n}\n/*\n%!test\n%! assert (conv2 ([1 2; 3 4], [1 1]), [1 3 2; 3 7 4]);\n*/\n';
  expect(layer({ text, languageId: 'cpp' })).toMatchObject({ operation: 'conv_forward', roles: { x: {} } });
});

it('no other test opens where the arrays at the cursor have no known layer', () => {
  const text = `describe('convTranspose2d', () => {\n${FIRST}${SECOND.replace('6, 0, 8', '6, 0, 9')}});\n`;
  // Its arrays alone, to inspect.
  expect(openText(at(text, 'await checkSecond'))).toMatchObject({ kind: 'array', arrays: { length: 3 } });
});

it.each([
  [
    'java',
    'assertArrayEquals(new double[]{7, 9}, out[0], 1e-9);\n',
    'assertArrayEquals(new double[]{8, 4}, out[1], 1e-9);\n',
  ],
  ['javascript', 'expect(out[0]).toEqual([7, 9]);\n', 'expect(out[1]).toEqual([8, 4]);\n'],
  ['rust', 'assert_eq!(out[0], vec![7.0, 9.0]);\n', 'assert_eq!(out[1], vec![8.0, 4.0]);\n'],
])('rows of a result that are checked one by one are one result: %s', (languageId, first, second) => {
  const rows = '{1, 3, 2, 9}, {7, 4, 1, 5}, {8, 5, 2, 3}, {4, 2, 1, 4}';
  const literal =
    languageId === 'java'
      ? `double[][] input = {${rows}}`
      : `let input = [${rows.replaceAll('{', '[').replaceAll('}', ']')}]`;
  const text = `${literal};\nlet out = maxPool(input, 2, 2);\n${first}`;
  expect(layer({ text: text + second, languageId })).toMatchObject({
    operation: 'pool_forward',
    options: { kernel: 2, stride: 2 },
  });
  // One row alone is the result of many layers: the call's own numbers are used.
  expect(layer({ text, languageId }).assumptions[0]).toMatch(/maxPool/);
});

it('with the cursor in the head of a test or in its options, its own layer opens', () => {
  const text = `describe('convTranspose2d', () => {\n${FIRST}${SECOND.replace('const input', 'const windowSize = [1, 1];\n\n\n\n\n\n    const input')}});\n`;
  for (const cursor of ["it('Second'", '[1, 1];\n\n'])
    expect(layer(at(text, cursor)).options).toMatchObject({ stride: [3, 2] });
});

it('a few numbers of one call are not the filters of another call by chance', () => {
  const text =
    "describe('convolution', () => {\n  it('with one value', () => {\n    expect(directConvolution([0, 1, 2, 3], [0])).toStrictEqual([0, 0, 0, 0]);\n    expect(directConvolution([0, 1, 2, 3], [1])).toStrictEqual([0, 1, 2, 3]);\n    expect(directConvolution([0, 1, 2, 3], [2])).toStrictEqual([0, 2, 4, 6]);\n  });\n});\n";
  const opened = openText({ text, languageId: 'javascript', cursor: text.indexOf('[0, 1, 2, 3], [2]') });
  expect(opened.kind).toBe('refused');
});

it.each(['y({{4}})', '{{4}}', 'EXPECT_EQ(max_pool'])(
  'a test of a few numbers opens its own layer, no other one: %s',
  (cursor) => {
    const text =
      'TEST(MaxPool, TwoByTwo) {\n  Tensor x({{1, 2}, {3, 4}});\n  Tensor y({{4}});\n  EXPECT_EQ(max_pool2d(x, 2, 2), y);\n}\n\n' +
      'TEST(AvgPool, TwoByTwo) {\n  Tensor x({{1, 2, 3, 4}, {5, 6, 7, 8}});\n  Tensor y({{3.5, 5.5}});\n  EXPECT_EQ(avg_pool2d(x, 2, 2), y);\n}\n';
    const opened = (written: string) => ({ text, languageId: 'cpp', cursor: text.indexOf(written) });
    expect(layer(opened(cursor))).toMatchObject({ options: { mode: 'max' }, roles: { x: { values: [1, 2, 3, 4] } } });
    expect(layer(opened('y({{3.5')).options).toMatchObject({ mode: 'average' });
  },
);

it('pads of some sides in the order of two axes: options of a JavaScript test', () => {
  const test =
    "  it('conv2d', async () => {\n    const input = {shape: [1, 1, 4, 4], data: [1, 2, 0, 3, 4, -1, 2, 5, 0, 3, 1, -2, 2, 0, 6, 1]};\n" +
    '    const filter = {shape: [1, 1, 2, 2], data: [1, -2, 3, 0.5]};\n    const options = {padding: [0, 1, 1, 0]};\n' +
    '    const expected = {shape: [1, 1, 4, 4], data: [0, 8.5, 0, 2.5, -8, 7.5, 4.5, -6, 1, 0, 4, 23.5, -4, 2, -12, 4]};\n' +
    '    await checkConv2d(input, filter, expected, options);\n  });\n';
  expect(layer(at(test, 'padding')).options).toMatchObject({
    stride: 1,
    padding: { top: 0, bottom: 1, left: 1, right: 0 },
  });
});

it('pads, strides and dilations whose names are in comments behind them, in the order of ONNX', () => {
  const text =
    'TEST(ConvTest, Uneven) {\n  Attributes attrs = {\n      vector<int>{1, 2},        // dilations\n' +
    '      vector<int>{0, 2, 1, 0},  // pads\n      vector<int>{2, 1}         // strides\n  };\n' +
    '  vector<float> X = {1.0f, 2.0f, 0.0f, 3.0f, 4.0f, -1.0f, 2.0f, 5.0f,\n                     0.0f, 3.0f, 1.0f, -2.0f, 2.0f, 0.0f, 6.0f, 1.0f};\n' +
    '  vector<int> X_shape = {1, 1, 4, 4};\n  vector<float> W = {1.0f, -2.0f, 3.0f, 0.5f};\n  vector<int> W_shape = {1, 1, 2, 2};\n' +
    '  auto expected_vals = {0.0f, -4.5f, 14.0f, -4.5f, 1.0f, -6.0f, 7.0f, 7.5f};\n  vector<int> Y_shape = {1, 1, 2, 4};\n' +
    '  TestConv(attrs, {X, W}, {X_shape, W_shape}, expected_vals, Y_shape);\n}\n';
  expect(layer({ text, languageId: 'cpp', cursor: text.indexOf('X_shape') }).options).toMatchObject({
    stride: [2, 1],
    dilation: [1, 2],
    padding: { top: 0, left: 2, bottom: 1, right: 0 },
  });
});

it('constants above all tests belong to the test that compares their result', () => {
  const test = (name: string): string =>
    `#[test]\nfn ${name}_case() {\n    let x = graph.input(&Tensor::new(${name.toUpperCase()}_X, &[1, 1, 4, 4]));\n    let ${name} = max_pool.forward(&x);\n    for (i, &v) in ${name.toUpperCase()}_OUTPUT.iter().enumerate() {\n        assert_abs_diff_eq!(data[i], v);\n    }\n}\n`;
  const text = `const A_X: &[f32] = &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0];
const A_OUTPUT: &[f32] = &[6.0, 8.0, 14.0, 16.0];
const B_X: &[f32] = &[1.0, 9.0, 3.0, 4.0, 5.0, 6.0, 7.0, 0.0, 2.0, 3.0, 1.0, 12.0, 13.0, 4.0, 1.0, 1.0];
const B_OUTPUT: &[f32] = &[9.0, 7.0, 13.0, 12.0];

${test('a')}
${test('b')}`;
  const at = (words: string) => layer({ text, languageId: 'rust', cursor: text.indexOf(words) }).roles['x']?.values[1];
  expect([at('let a ='), at('let b =')]).toEqual([2, 9]);
});

it('strides and windows with a number for each axis', () => {
  const conv = `void test_conv(void) {
    int strideH = 1;
    int strideW = 2;
    float input[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3};
    float weights[] = {1, 2, 0, 1};
    float expected[] = {11, 19, 18, 26};
    conv_layer(1, 3, 4, 2, 2, strideH, strideW, input, weights, output);
}
`;
  const pool = `void test_pool(void) {
    size_t kernelHeight = 1;
    size_t kernelWidth = 4;
    float input[] = {1, 12, 3, 4, 5, 6, 11, 2, 3, 14, 5, 6};
    float expected[] = {12, 12, 6, 14, 14, 14};
    max_pool(2, 6, kernelHeight, kernelWidth, 1, input, output);
}
`;
  expect(openText({ text: pool, languageId: 'c' })).toMatchObject({
    options: { mode: 'max', kernel: [1, 4], stride: 1 },
  });
  expect(openText({ text: conv, languageId: 'c' })).toMatchObject({ kind: 'layer', options: { stride: [1, 2] } });
});

it('a flat list with a border of zeros', () => {
  const text = `TEST(Padding, Two) {
  float x[] = {1, 2, 3, 4, 5, 6};
  Tensor2D<2, 3, float> t;
  float expected[] = {0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 4, 5, 6, 0, 0, 0, 0, 0, 0};
  Function::padding(t, &actual, 1);
}
`;
  expect(openText({ text, languageId: 'cpp' })).toMatchObject({ operation: 'zero_pad', options: { pad: 1 } });
});

it('arrays of a generic class, and names with an ending', () => {
  const text = `[TestMethod]
public void Valid() {
    var kernels = new Matrix<double>[] { new double[,] { {1, 0}, {2, 1} } };
    var layer = new ConvolutionLayer(Padding.Valid, new ConvolutionFilter(kernels));
    var input = new Matrix<double>[] { new double[,] { {1, 2, 3}, {4, 5, 6}, {7, 8, 0} } };
    var expected = new double[,] { {14, 18}, {26, 21} };
    Assert.AreEqual(expected, layer.Evaluate(input)[0]);
}
`;
  expect(openText({ text, languageId: 'csharp' })).toMatchObject({
    operation: 'conv_forward',
    roles: { w: { values: [1, 0, 2, 1] } },
  });
  const transposed = `TEST(Conv2dTest, Deconv) {
  float x_raw[] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
  float w_raw[] = {0, 1, 2, 3};
  float expected_raw[] = {0, 0, 1, 2, 0, 5, 11, 11, 6, 23, 29, 23, 12, 32, 37, 24};
  Function::deconv2d(pad_x, w, &actual, 1);
}
`;
  expect(openText({ text: transposed, languageId: 'cpp' })).toMatchObject({
    operation: 'conv_transpose_forward',
    roles: { x: { name: 'x_raw' }, w: { name: 'w_raw' } },
  });
});
