/** Tests in tables: the case at the cursor is meant, and no array of another case. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

const NO_LAYER = 'the result that the text shows does not tell one known layer of the arrays at the cursor';

/** A case with another result than a layer has, and one with the result of a convolution. */
const TABLES: readonly (readonly [languageId: string, text: string, other: string, shown: string])[] = [
  [
    'go',
    `func TestConv2D(t *testing.T) {
	tests := []struct {
		name                string
		input, kernel, want [][]float64
	}{
		{
			name:   "clipped",
			input:  [][]float64{{1, -2, 3}, {4, 5, -6}, {7, 8, 9}},
			kernel: [][]float64{{1, 0}, {0, -1}},
			want:   [][]float64{{0, 4}, {0, 0}},
		},
		{
			name:   "edges",
			input:  [][]float64{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}, {13, 14, 15, 16}},
			kernel: [][]float64{{1, 0}, {0, -1}},
			want:   [][]float64{{-5, -5, -5}, {-5, -5, -5}, {-5, -5, -5}},
		},
	}
	for _, tt := range tests {
		got := Conv2D(tt.input, tt.kernel)
	}
}
`,
    '4, 5, -6',
    '9, 10',
  ],
  [
    'rust',
    `#[test]
fn conv_cases() {
    let cases = vec![
        Case { input: vec![vec![1., 2., 3.], vec![4., 5., 6.], vec![7., 8., 9.]], kernel: vec![vec![1., 0.], vec![0., 1.]], expected: vec![vec![6., 8.], vec![12., 13.]] },
        Case {
            input: vec![vec![1., 2., 3., 4.], vec![4., 5., 6., 5.], vec![7., 8., 9., 1.], vec![1., 1., 1., 1.]],
            kernel: vec![vec![1., 0.], vec![0., 2.]],
            expected: vec![vec![11., 14., 13.], vec![20., 23., 8.], vec![9., 10., 11.]],
        },
    ];
    for c in &cases {
        assert_eq!(convolve(&c.input, &c.kernel), c.expected);
    }
}
`,
    '4., 5., 6.]',
    '11., 14.',
  ],
  [
    'cpp',
    `TEST(Conv, Table) {
  const std::vector<Case> cases = {
    {.input = {{1,2,3},{4,5,6},{7,8,9}}, .kernel = {{1,0},{0,1}}, .expected = {{6,8},{12,99}}},
    {.input = {{1,2,3,4},{4,5,6,5},{7,8,9,1},{1,1,1,1}}, .kernel = {{1,0},{0,2}}, .expected = {{11,14,13},{20,23,8},{9,10,11}}},
  };
  for (const auto& c : cases) EXPECT_EQ(run_conv(c.input, c.kernel), c.expected);
}
`,
    '12,99',
    '20,23',
  ],
];

describe.each(TABLES)('%s', (languageId, text, other, shown) => {
  it('the case at the cursor opens', () => {
    expect(layer({ text, languageId, cursor: text.indexOf(shown) }).roles).toMatchObject({
      x: { shape: [1, 4, 4, 1] },
      w: { shape: [2, 2, 1, 1] },
    });
  });

  it('no other case opens where the one at the cursor has no known layer', () => {
    expect(refusal({ text, languageId, cursor: text.indexOf(other) })[0]).toBe(NO_LAYER);
  });
});

const CASES = `class ConvTest {
  static Stream<Arguments> cases() {
    return Stream.of(
      Arguments.of(new double[][]{{1,2,3},{4,5,6},{7,8,9}}, new double[][]{{1,0},{0,1}}, new double[][]{{6,8},{12,94}}),
      Arguments.of(new double[][]{{1,2,3,4},{4,5,6,5},{7,8,9,1},{1,1,1,1}}, new double[][]{{1,0},{0,2}}, new double[][]{{11,14},{20,23}})
    );
  }
}
`;

it('arrays of several cases are not taken as those of one layer', () => {
  expect(openText({ text: CASES, languageId: 'java' }).kind).toBe('array');
  expect(refusal({ text: CASES, languageId: 'java', operation: 'convolution' })[0]).toBe(
    'the text has several examples: select the arrays of one',
  );
});
