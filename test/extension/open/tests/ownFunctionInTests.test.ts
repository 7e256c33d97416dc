/** Tests that call a function of their file, whose name is not that of a layer: the cursor's test is the layer. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

const CHECKS = `class SlidingTest {
    private static double[][] reference(double[][] in, double[][] k, double b, int s) {
        int rows = (in.length - k.length) / s + 1;
        int cols = (in[0].length - k[0].length) / s + 1;
        double[][] out = new double[rows][cols];
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < cols; c++) {
                double acc = b;
                for (int i = 0; i < k.length; i++)
                    for (int j = 0; j < k[i].length; j++) acc += in[r * s + i][c * s + j] * k[i][j];
                out[r][c] = acc;
            }
        return out;
    }

    @Test
    @DisplayName("diagonal")
    void testDiagonal() {
        double[][] in = {{1, 2, 0}, {0, 1, 3}, {4, 0, 1}};
        double[][] k = {{1, 0}, {0, 1}};
        double[][] actual = reference(in, k, 0.0, 1);
        assertArrayEquals(new double[] {2, 5}, actual[0], EPS);
    }

    @Test
    @DisplayName("stride two, bias one")
    void sobelStrideTwo() {
        double[][] in = {{2, -1, 0, 3}, {0.5, 4, 1, -2}, {1, 1, 3, 0}, {0, -3, 2, 1}};
        double[][] k = {{1, 0}, {2, -2}};
        double[][] actual = reference(in, k, 1.0, 2);
        assertEquals(2, actual.length);
    }
}
`;

it.each([
  '@Test\n    @DisplayName("stride',
  '@DisplayName("stride',
  'void sobelStrideTwo',
  'reference(in, k, 1.0',
  'assertEquals(2',
])('opens the call of the test that the cursor at %s means, with the bias and the stride written there', (place) => {
  const found = layer({ text: CHECKS, languageId: 'java', cursor: CHECKS.indexOf(place) });
  expect(found.roles['x']?.values.slice(0, 5)).toEqual([2, -1, 0, 3, 0.5]);
  expect([found.roles['b']?.values, found.options['stride']]).toEqual([[1], 2]);
});
