/** Sizes of rows and columns in parameters of their own, and forms of Go: `if v := …; v > best`, `math.Inf(-1)`. */
import { expect, it } from 'vitest';
import { readBraceProgram } from '../../../../../core/read/text/program/braceLanguages/readBraceProgram';

const MEANS = (window: string, step: string): string => `class Shrink {
  static double[][] meanPool(double[][] image, int ${window}H, int ${window}W, int ${step}Y, int ${step}X) {
    double[][] small = new double[(image.length - ${window}H) / ${step}Y + 1][(image[0].length - ${window}W) / ${step}X + 1];
    for (int r = 0; r < small.length; r++)
      for (int c = 0; c < small[0].length; c++) {
        double total = 0;
        for (int a = 0; a < ${window}H; a++)
          for (int b = 0; b < ${window}W; b++) total += image[r * ${step}Y + a][c * ${step}X + b];
        small[r][c] = total / (${window}H * ${window}W);
      }
    return small;
  }
  public static void main(String[] args) {
    double[][] image = {{1, 3, 2, 4, 6, 8, 1}, {5, 7, 0, 2, 4, 6, 1}, {9, 1, 3, 5, 7, 5, 2}, {2, 2, 4, 4, 6, 7, 3}, {0, 1, 8, 2, 9, 4, 1}};
    double[][] small = meanPool(image, 3, 2, 1, 3);
  }
}
`;

it.each([
  ['win', 'stride'],
  ['p', 's'],
  ['kernel', 'step'],
])('a size for each axis: %sH and %sY', (window, step) => {
  const [call] = readBraceProgram(MEANS(window, step), 'java');
  expect(call).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'average', kernel: [3, 2], stride: [1, 3] },
  });
});

it('a statement in the head of an if, and the infinities of Go', () => {
  const text = `package main

import "math"

func maxPool(in [][]float64, k, step int) [][]float64 {
	out := make([][]float64, (len(in)-k)/step+1)
	for r := range out {
		out[r] = make([]float64, (len(in[0])-k)/step+1)
		for c := range out[r] {
			best := math.Inf(-1)
			for i := 0; i < k; i++ {
				for j := 0; j < k; j++ {
					if v := in[r*step+i][c*step+j]; v > best {
						best = v
					} else if v == math.Inf(1) {
						best = v
					}
				}
			}
			out[r][c] = best
		}
	}
	return out
}

func main() {
	maxPool([][]float64{{-3, -1, -4, -1}, {-9, -2, -6, -5}, {-5, -8, -9, -7}}, 2, 1)
}
`;
  expect(readBraceProgram(text, 'go')).toMatchObject([
    { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 1 } },
  ]);
});
