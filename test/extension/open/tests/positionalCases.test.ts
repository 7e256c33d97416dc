/** Cases of tests whose arrays have no names: fields, loops and parameters name them. */
import { describe, expect, it } from 'vitest';
import { layer } from '../requests';

const CASES: readonly (readonly [title: string, languageId: string, text: string])[] = [
  [
    'fields of a struct of C++',
    'cpp',
    `struct ConvCase {
  std::vector<std::vector<int>> input;
  std::vector<std::vector<int>> kernel;
  int stride;
  std::vector<std::vector<int>> expected;
};
TEST_P(ConvTest, Cases) { EXPECT_EQ(conv2d(GetParam().input, GetParam().kernel, GetParam().stride), GetParam().expected); }
INSTANTIATE_TEST_SUITE_P(All, ConvTest, ::testing::Values(
  ConvCase{{{2, 0, 1}, {3, 5, 4}, {7, 1, 6}}, {{1, 0}, {0, 2}}, 1, {{12, 8}, {5, 17}}},
  ConvCase{{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 1, 2, 3}, {4, 5, 6, 7}}, {{1, 1}, {1, 1}}, 2, {{14, 22}, {19, 18}}}
));
`,
  ],
  [
    'fields of a struct of Go',
    'go',
    `cases := []struct {
	name          string
	input, kernel [][]float64
	stride        int
	want          [][]float64
}{
	{"one", [][]float64{{2, 0, 1}, {3, 5, 4}, {7, 1, 6}}, [][]float64{{1, 0}, {0, 2}}, 1, [][]float64{{12, 8}, {5, 17}}},
	{"two", [][]float64{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 1, 2, 3}, {4, 5, 6, 7}}, [][]float64{{1, 1}, {1, 1}}, 2, [][]float64{{14, 22}, {19, 18}}},
}
for _, tc := range cases {
	got := Conv2D(tc.input, tc.kernel, tc.stride)
}
`,
  ],
  [
    'a loop over tuples of Rust',
    'rust',
    `let cases = vec![
    (vec![vec![2, 0, 1], vec![3, 5, 4], vec![7, 1, 6]], vec![vec![1, 0], vec![0, 2]], 1, vec![vec![12, 8], vec![5, 17]]),
    (vec![vec![1, 2, 3, 4], vec![5, 6, 7, 8], vec![9, 1, 2, 3], vec![4, 5, 6, 7]], vec![vec![1, 1], vec![1, 1]], 2, vec![vec![14, 22], vec![19, 18]]),
];
for (input, kernel, stride, expected) in cases {
    assert_eq!(conv2d(&input, &kernel, stride), expected);
}
`,
  ],
  [
    'attributes above a test of Rust',
    'rust',
    `#[rstest]
#[case(vec![vec![2, 0, 1], vec![3, 5, 4], vec![7, 1, 6]], vec![vec![1, 0], vec![0, 2]], 1, vec![vec![12, 8], vec![5, 17]])]
#[case(vec![vec![1, 2, 3, 4], vec![5, 6, 7, 8], vec![9, 1, 2, 3], vec![4, 5, 6, 7]], vec![vec![1, 1], vec![1, 1]], 2, vec![vec![14, 22], vec![19, 18]])]
fn conv(#[case] input: Matrix, #[case] kernel: Matrix, #[case] stride: usize, #[case] expected: Matrix) {
    assert_eq!(conv2d(&input, &kernel, stride), expected);
}
`,
  ],
  [
    'parameters of a test of Java',
    'java',
    `static Stream<Arguments> cases() {
  return Stream.of(
    Arguments.of(new int[][]{{2, 0, 1}, {3, 5, 4}, {7, 1, 6}}, new int[][]{{1, 0}, {0, 2}}, 1, new int[][]{{12, 8}, {5, 17}}),
    Arguments.of(new int[][]{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 1, 2, 3}, {4, 5, 6, 7}}, new int[][]{{1, 1}, {1, 1}}, 2, new int[][]{{14, 22}, {19, 18}})
  );
}
@ParameterizedTest
@MethodSource("cases")
void conv(int[][] input, int[][] kernel, int stride, int[][] expected) {
  assertArrayEquals(expected, Conv.conv2d(input, kernel, stride));
}
`,
  ],
  [
    'parameters of a test of JavaScript',
    'javascript',
    `it.each([
  [[[2, 0, 1], [3, 5, 4], [7, 1, 6]], [[1, 0], [0, 2]], 1, [[12, 8], [5, 17]]],
  [[[1, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3], [4, 5, 6, 7]], [[1, 1], [1, 1]], 2, [[14, 22], [19, 18]]],
])('case %#', (input, kernel, stride, expected) => {
  expect(conv2d(input, kernel, stride)).toEqual(expected);
});
`,
  ],
  [
    'parameters of a test of C#',
    'csharp',
    `public static IEnumerable<object[]> Cases => new[] {
    new object[] { new[,] { { 2, 0, 1 }, { 3, 5, 4 }, { 7, 1, 6 } }, new[,] { { 1, 0 }, { 0, 2 } }, 1, new[,] { { 12, 8 }, { 5, 17 } } },
    new object[] { new[,] { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 1, 2, 3 }, { 4, 5, 6, 7 } }, new[,] { { 1, 1 }, { 1, 1 } }, 2, new[,] { { 14, 22 }, { 19, 18 } } },
};
[Theory, MemberData(nameof(Cases))]
public void Conv(int[,] input, int[,] kernel, int stride, int[,] expected) {
    Assert.Equal(expected, Conv2D.Apply(input, kernel, stride));
}
`,
  ],
];

describe('a case of a test whose arrays have no names', () => {
  it.each(CASES)('is the layer of its numbers: %s', (_, languageId, text) => {
    for (const at of ['3, 5, 4', '1, 0', '12, 8'])
      expect(layer({ text, languageId, cursor: text.indexOf(at) })).toMatchObject({
        operation: 'conv_forward',
        options: { stride: 1 },
        roles: { x: { values: [2, 0, 1, 3, 5, 4, 7, 1, 6] }, w: { values: [1, 0, 0, 2] } },
      });
    expect(layer({ text, languageId, cursor: text.indexOf('5, 6, 7, 8') })).toMatchObject({ options: { stride: 2 } });
  });
});
