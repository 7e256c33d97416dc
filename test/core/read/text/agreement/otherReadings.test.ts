/** Results that another layer has too: what the test itself states decides, and tolerances are not results. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';

const calls = (text: string, languageId: string) => parseArrays(text, { languageId }).calls;

it('the last of two numbers around a cell is a tolerance', () => {
  const text =
    'TEST(conv, near) {\n  float in[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};\n  float w[] = {1, 2, 0, 1};\n  conv2d(in, w, out);\n  EXPECT_NEAR(10.0, out[0], 1E-5);\n  EXPECT_NEAR(14.0, out[1], 1E-5);\n  EXPECT_NEAR(22.0, out[2], 1E-5);\n  EXPECT_NEAR(26.0, out[3], 1E-5);\n}\n';
  expect(calls(text, 'cpp')).toMatchObject([{ operation: 'conv_forward', arrays: { W: { shape: [2, 2, 1, 1] } } }]);
});

it('the number of values is not the size of a window', () => {
  const test = (name: string, options: string) =>
    `TEST(max_pool, ${name}) {\n  ${options}\n  vec_t in = {0, 1, 2, 3, 8, 7, 5, 6, 4, 3, 1, 2, 0, -1, -2, -3};\n  vec_t expected = {8, 6, 4, 2};\n  l.forward({{in}}, out);\n}\n`;
  const text = `${test('first', 'EXPECT_EQ(l.in_data_size(), 4u);')}${'// …\n'.repeat(100)}${test('second', 'max_pooling_layer l(4, 4, 1, 2, 2);')}`;
  const options = { kernel: 2, stride: 2, padding: 0 };
  expect(calls(text, 'cpp')).toMatchObject([{ options }, { options }]);
});

it('counts of windows are not taken as gradients of signals in another shape', () => {
  const text =
    '#[test]\nfn conv1d_backward() {\n    let input = Tensor::new(&[0f32, 1., 2., 3., 4., 5.], (1, 1, 6));\n    let kernel = Tensor::new(&[1f32, 1., 1.], (1, 1, 3));\n    let true_input_grad = vec![1f32, 1., 1., 1., 1., 1.];\n    let grad_kernel = vec![6f32, 10., 14.];\n    check_backward(conv1d(input, kernel), true_input_grad);\n}\n';
  expect(calls(text, 'rust').filter(({ callee }) => callee === 'true_input_grad')).toEqual([]);
});

it('of two orders of axes with the same result, the one with windows along its only row is meant', () => {
  const text =
    'TEST(max_pool, channels_last) {\n  float in[2][1][3][2] = {{{{5, 1}, {2, 3}, {4, 8}}}, {{{6, 7}, {9, 0}, {3, 2}}}};\n  float expected[2][1][3][2] = {{{{5, 3}, {4, 8}, {4, 8}}}, {{{9, 7}, {9, 2}, {3, 2}}}};\n  max_pool2d(in, {2, 2}, "SAME", out);\n  EXPECT_EQ(out, expected);\n}\n';
  expect(calls(text, 'cpp')).toMatchObject([
    { operation: 'pool_forward', arrays: { A_prev: { shape: [2, 1, 3, 2] } }, options: { kernel: [1, 2] } },
  ]);
});
