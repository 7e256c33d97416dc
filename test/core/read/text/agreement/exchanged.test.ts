/** Results that more than one reading has: which arrays and sizes are meant. */
import { expect, it } from 'vitest';
import { openText } from '../../../../../extension/session/openText';

const webNn = (
  title: string,
  layer: string,
  expected: string,
): string => `it('${title} converted from another suite', async () => {
  const builder = new MLGraphBuilder(context);
  const op1 = builder.input('op1', {dataType: 'float32', dimensions: [1, 2, 2, 1]});
  const op1Data = new Float32Array([1.0, 2.0, 3.0, 4.0]);
  const cons1 = 1;
  const expected = ${expected};
  const out = builder.${layer};
  check(out, expected);
});
`;

it('options are not the arrays of a layer, and "converted" names none', () => {
  const text = webNn(
    'l2Pool2d',
    "l2Pool2d(op1, {'strides': [cons1, cons1], 'windowDimensions': [cons1, cons1]})",
    '[1.0, 2.0, 3.0, 4.0]',
  );
  expect(openText({ text, languageId: 'javascript' })).toMatchObject({ kind: 'refused' });
});

it.each(['net.conv2d(a, b)', 'net.conv2d(xs, ys)'])(
  'of two arrays that may exchange their places, the larger is the input: %s',
  (call) => {
    const text = `const first = [[0.25, 0.25], [0.25, 0.25]];\nconst second = [[1, 1, 1], [1, 0.5, 1], [1, 1, 1]];\nconst expected = [[0.875, 0.875], [0.875, 0.875]];\ncheck(${call}, expected);\n`;
    expect(openText({ text, languageId: 'javascript' })).toMatchObject({
      roles: { x: { shape: [1, 3, 3, 1] }, w: { shape: [2, 2, 1, 1] } },
      options: { padding: 0 },
    });
  },
);

it('unless a call has them in another order', () => {
  const text =
    'const a = [[1, 2], [3, 4]];\nconst b = [[1, 0, 2], [0, 3, 0], [4, 0, 5]];\nconst expected = [[17, 9], [6, 13]];\ncheck(net.conv2d(a, b, { padding: 1 }), expected);\n';
  const opened = openText({ text, languageId: 'javascript' });
  expect(opened.kind === 'layer' && opened.roles['x']?.shape).not.toEqual([1, 3, 3, 1]);
});

it('width, height and channels of a global pooling are its planes', () => {
  const text = `TEST(global_ave_pool, forward) {
  global_average_pooling_layer l(2, 2, 3);
  vec_t in = {0, 1, 2, 3, 8, 7, 5, 6, 4, 3, 1, 2};
  vec_t expected = {1.5, 6.5, 2.5};
  for (size_t i = 0; i < 3; i++) EXPECT_FLOAT_EQ(expected[i], res[i]);
}
`;
  expect(openText({ text, languageId: 'cpp' })).toMatchObject({
    operation: 'pool_forward',
    roles: { x: { shape: [1, 2, 2, 3] } },
    options: { mode: 'average', kernel: 2 },
  });
});

it('a patch of the input is not the gradient of a filter by one cell', () => {
  const text = `TEST(convolutional, pads) {
  float_t w[] = {0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f};
  float_t in[] = {-1.0f, 2.0f, 3.0f, 4.0f};
  float_t padded[] = {0, 0, 0, 0, -1, 2, 0, 3, 4};
  for (size_t i = 0; i < 9; i++) ASSERT_DOUBLE_EQ(conv_backward_pad(in)[i], padded[i]);
}
`;
  expect(openText({ text, languageId: 'cpp' })).not.toMatchObject({ operation: 'conv_backward' });
});

it.each([
  [
    'typescript',
    'const inputs = [[7, 8, 9], [10, 11, 12]];\nconst weights = [[1, 2, 3], [4, 5, 6]];\nlayer.multiply(inputs, weights);\nexpect(layer.weights).toEqual([[7, 16, 27], [40, 55, 72]]);\n',
  ],
  [
    'go',
    'backingV := []float64{1, 2, 3, 4}\nbackingD := []float64{0.5, -10, 10, 0.5}\n// until it converges, by the gradient of the weights\ncorrect := []float64{1, 2, 3, 4}\nassert.Equal(t, correct, solve(backingV, backingD))\n',
  ],
  [
    'cpp',
    'void check() {\n  ps.use_reconvergence_cut = false;\n  CHECK(run(ps, {19, 1387, 3154, 1717}) == std::vector<int>{1});\n}\n',
  ],
])('of %s, other computations are not layers', (languageId, text) => {
  expect(openText({ text, languageId }).kind).not.toBe('layer');
});
