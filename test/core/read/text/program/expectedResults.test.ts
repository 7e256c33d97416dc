/** Programs of C-like languages that compute a layer and also show the result that they expect. */
import { describe, expect, it } from 'vitest';
import { findTextCalls } from '../../../../../core/read/text/calls/readCalls';
import { parseArrays } from '../../../../../core/read/parseArrays';

/** Windows of 3 × 3 with stride 2: those of 2 × 2 with stride 3 have the same maxima. */
const X = [
  [-1.5, -0.5, -3, -2, -7.25],
  [-4, -2.5, -1, -6, -0.75],
  [-8, -9, -5.5, -4.5, -3.5],
  [-0.25, -1.75, -2.25, -9.5, -6.5],
  [-3.25, -5, -7, -1.25, -8.5],
];
const braces = (rows: readonly (readonly number[])[]): string =>
  `{${rows.map((row) => `{${row.join(', ')}}`).join(', ')}}`;
const loops =
  'for (int r = 0; r < 2; r++)\n for (int c = 0; c < 2; c++) {\n  double best = in[r * s][c * s];\n  for (int i = 0; i < f; i++)\n   for (int j = 0; j < f; j++)\n    best = Math.max(best, in[r * s + i][c * s + j]);\n  out[r][c] = best;\n }\n';
const body = (test: string): string =>
  `class PoolTest {\n double[][] maxPool(double[][] in, int f, int s) {\n double[][] out = new double[2][2];\n ${loops} return out;\n }\n @Test void pools() {\n  double[][] input = ${braces(X)};\n  double[][] expected = {{-0.5, -0.75}, {-0.25, -1.25}};\n  ${test}\n }\n}\n`;

describe('a 5 × 5 pooling with a result that other windows give, too', () => {
  it('has the options of the code, at the arrays of the test and at the call', () => {
    const text = body('double[][] actual = maxPool(input, 3, 2);\n  assertArrayEquals(expected, actual);');
    const [call, ...others] = parseArrays(text, { languageId: 'java' }).calls;
    expect(others).toEqual([]);
    expect(call).toMatchObject({ callee: 'maxPool', options: { mode: 'max', kernel: 3, stride: 2 } });
    expect(call!.range[0]).toBeLessThanOrEqual(text.indexOf('{{-1.5'));
    expect(call!.range[1]).toBeGreaterThan(text.indexOf('maxPool(input'));
  });

  it('is known by its numbers where the code is elsewhere', () => {
    const text = body('assertArrayEquals(expected, Layers.maxPool(input));').replace(loops, '');
    const [call] = parseArrays(text, { languageId: 'java' }).calls;
    expect(call).toMatchObject({ callee: 'expected', shown: true });
  });
});

it("Rust's own function with sizes in the types of its parameters is not one of a library", () => {
  const text =
    'fn conv2d(x: &[[f64; 3]; 3], k: &[[f64; 2]; 2]) -> f64 {\n    unknown(x, k)\n}\nfn main() {\n    let x = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 10.0]];\n    let k = [[1.0, 0.0], [2.0, -1.0]];\n    let y = conv2d(&x, &k);\n}\n';
  expect(findTextCalls(text, 'rust')).toEqual([]);
});
