/** Matrices of C++ that get their numbers in a statement of their own. */
import { describe, expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const TEXTS: readonly (readonly [title: string, text: string])[] = [
  [
    'Eigen',
    `TEST(Conv, Valid) {
  Eigen::MatrixXf input(3, 3), kernel(2, 2);
  input << 2, 0, 1,
           3, 5, 4,
           7, 1, 6;
  kernel << 1, 0,
            0, 2;
  Eigen::Matrix2f expected;
  expected << 12, 8, 5, 17;
  EXPECT_TRUE(convolve(input, kernel).isApprox(expected));
}
`,
  ],
  [
    'Eigen, in one expression',
    `TEST(Conv, Valid) {
  const Eigen::MatrixXd input = (Eigen::MatrixXd(3, 3) << 2, 0, 1, 3, 5, 4, 7, 1, 6).finished();
  const Eigen::MatrixXd kernel = (Eigen::MatrixXd(2, 2) << 1, 0, 0, 2).finished();
  const Eigen::MatrixXd expected = (Eigen::MatrixXd(2, 2) << 12, 8, 5, 17).finished();
  EXPECT_TRUE(convolve(input, kernel).isApprox(expected));
}
`,
  ],
  [
    'Blitz',
    `BOOST_AUTO_TEST_CASE(valid) {
  blitz::Array<double, 2> input(3, 3), kernel(2, 2), expected(2, 2);
  input = 2, 0, 1,
          3, 5, 4,
          7, 1, 6;
  kernel = 1, 0,
           0, 2;
  expected = 12, 8,
             5, 17;
  BOOST_CHECK(blitz::all(conv(input, kernel) == expected));
}
`,
  ],
  [
    'sizes among the arguments of a template',
    `TEST_CASE("conv/valid") {
  etl::fast_matrix<double, 3, 3> input = {2.0, 0.0, 1.0, 3.0, 5.0, 4.0, 7.0, 1.0, 6.0};
  etl::fast_matrix<double, 2, 2> kernel = {1.0, 0.0, 0.0, 2.0};
  etl::fast_matrix<double, 2, 2> c;
  conv(input, kernel, c);
  REQUIRE_EQUALS(c(0, 0), 12.0);
  REQUIRE_EQUALS(c(0, 1), 8.0);
  REQUIRE_EQUALS(c(1, 0), 5.0);
  REQUIRE_EQUALS(c(1, 1), 17.0);
}
`,
  ],
];

describe('a matrix of C++ that gets its numbers with commas', () => {
  it.each(TEXTS)('is read: %s', (_, text) => {
    expect(layer({ text, languageId: 'cpp' })).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { shape: [1, 3, 3, 1], values: [2, 0, 1, 3, 5, 4, 7, 1, 6] }, w: { values: [1, 0, 0, 2] } },
    });
  });

  it('is not read where its sizes are not known', () => {
    const text = `void f(Eigen::MatrixXf& input, Eigen::MatrixXf& kernel) {
  input << 2, 0, 1, 3, 5, 4, 7, 1, 6;
  kernel << 1, 0, 0, 2;
  Eigen::Matrix2f expected;
  expected << 12, 8, 5, 17;
  EXPECT_EQ(convolve(input, kernel), expected);
}
`;
    expect(refusal({ text, languageId: 'cpp' })[0]).toBe('the argument input of convolve is not known');
  });
});

it('which of two short lists is the shape, other objects of the type show', () => {
  const text = `Tensor x({1, 1, 3, 3}, {1, 2, 3, 4, 5, 6, 7, 8, 9});
Tensor w({2, 1, 2, 2}, {1, 0, 0, 1, 0, 1, 1, 0});
Tensor b({2}, {1, 1});
Tensor y = conv2d(x, w, b);
`;
  expect(layer({ text, languageId: 'cpp' })).toMatchObject({ roles: { b: { shape: [1, 1, 1, 2], values: [1, 1] } } });
});

it('options by their names make matrices the arguments of a convolution', () => {
  const text = `val input = arrayOf(floatArrayOf(2f, 0f, 1f), floatArrayOf(3f, 5f, 4f), floatArrayOf(7f, 1f, 6f))
val kernel = arrayOf(floatArrayOf(1f, 0f), floatArrayOf(0f, 2f))
val out = conv2d(input, kernel, stride = 2, padding = 1)
`;
  expect(layer({ text, languageId: 'kotlin' })).toMatchObject({
    options: { stride: 2, padding: 1 },
    roles: { x: { shape: [1, 3, 3, 1] }, w: { shape: [2, 2, 1, 1] } },
  });
});
