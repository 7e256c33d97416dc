/** Layers that programs of C-like languages compute in loops and functions of their own. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

function lastOf(text: string, languageId: string) {
  const call = parseArrays(text, { languageId }).calls.at(-1);
  if (!call) return undefined;
  const shapes = Object.values(arraysOfCall(call)).map(({ shape }) => shape.join(' '));
  return { callee: call.callee, operation: call.operation, options: call.options, shapes };
}

/** The four loops of a convolution of 4 × 4 by 2 × 2. */
const loops = (product: string, head = 'int '): string =>
  `for (${head}i = 0; i < 3; i++)\n for (${head}j = 0; j < 3; ++j) {\n  y[i][j] = 0;\n  for (${head}m = 0; m < 2; m += 1)\n   for (${head}n = 0; n <= 1; n++)\n    y[i][j] += ${product};\n }\n`;

const PLANES = ['1 4 4 1', '2 2 1 1'];

describe('loops', () => {
  it('of C, in main', () => {
    const text = `#include <stdio.h>\n#define N 4\nint main(void) {\n  int x[N][N] = {{1,2,3,4},{5,6,7,8},{9,10,11,12},{13,14,15,17}};\n  const float k[2][2] = {{1, 0}, {2, -1}};\n  float y[3][3];\n  ${loops('x[i + m][j + n] * k[m][n]')}  printf("%f", y[0][0]);\n  return 0;\n}\n`;
    expect(lastOf(text, 'c')).toMatchObject({ callee: 'y', operation: 'conv_forward', shapes: PLANES });
  });

  it('of C below a function that prints its result', () => {
    const arrays =
      'int x[4][4] = {{1,2,3,4},{5,6,7,8},{9,10,11,12},{13,14,15,17}};\nint k[2][2] = {{1, 0}, {2, -1}};\n';
    const shown =
      'void show(int m[3][3]) {\n  for (int r = 0; r < 3; r++) {\n    printf("%d", m[r][0]);\n    putchar(10);\n  }\n}\n';
    const text = `${arrays}${shown}int main(void) {\n  int y[3][3];\n  ${loops('x[i + m][j + n] * k[m][n]')}  show(y);\n}\n`;
    expect(lastOf(text, 'c')).toMatchObject({ callee: 'y', operation: 'conv_forward', shapes: PLANES });
  });

  it('of C on flat arrays, with the size of the rows in a variable', () => {
    const text = `void conv(const float *x, const float *k, float *out, int w) {\n  for (int i = 0; i < 3; i++)\n    for (int j = 0; j < 3; j++) {\n      float sum = 0;\n      for (int m = 0; m < 2; m++)\n        for (int n = 0; n < 2; n++) sum += x[(i + m) * w + j + n] * k[m * 2 + n];\n      out[i * 3 + j] = sum;\n    }\n}\nint main() {\n  float x[16] = {1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,17};\n  float k[4] = {1, 0, 2, -1};\n  float out[9] = {0};\n  conv(x, k, out, 4);\n}\n`;
    expect(lastOf(text, 'cpp')).toMatchObject({ operation: 'conv_forward', options: { padding: 0 }, shapes: PLANES });
  });

  it('of C, in a function that takes and returns nothing', () => {
    const arrays =
      'static const int x[4][4] = {{1,2,3,4},{5,6,7,8},{9,10,11,12},{13,14,15,17}};\nint k[2][2] = {{1, 0}, {2, -1}};\nstatic int y[3][3];\n';
    const text = `${arrays}static void conv(void)\n{\n${loops('x[i + m][j + n] * k[m][n]')}}\nint main(void) {\n  conv();\n}\n`;
    expect(lastOf(text, 'c')).toMatchObject({ callee: 'conv', operation: 'conv_forward', shapes: PLANES });
  });

  it.each([
    ['malloc', '(float *)malloc(sizeof(float) * 16)', 'malloc(4 * sizeof(float))'],
    ['calloc', '(float*) calloc(16, sizeof(float))', '(float*) calloc(4, sizeof(float))'],
  ])('of C on arrays that %s makes', (_, x, y) => {
    const text = `int main() {\n  float *x = ${x};\n  float *out = ${y}; // max pooling\n  for (int i = 0; i < 16; i++) x[i] = (i * 7) % 5;\n  for (int i = 0; i < 2; i++)\n    for (int j = 0; j < 2; j++) {\n      float m = -1e9;\n      for (int a = 0; a < 2; a++)\n        for (int b = 0; b < 2; b++)\n          if (x[(2 * i + a) * 4 + 2 * j + b] > m) m = x[(2 * i + a) * 4 + 2 * j + b];\n      out[i * 2 + j] = m;\n    }\n}\n`;
    expect(lastOf(text, 'c')).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: 2 } });
  });

  it('another computation opens nothing', () => {
    const text = `int main() {\n  int x[4][4] = {{1,2,3,4},{5,6,7,8},{9,10,11,12},{13,14,15,17}};\n  int k[2][2] = {{1, 0}, {2, -1}};\n  int y[3][3];\n  ${loops('x[i + m][j + n] * x[i][j] * k[m][n]')}}\n`;
    expect(lastOf(text, 'c')).toBeUndefined();
  });
});

describe('functions', () => {
  it.each([
    [
      'javascript',
      'conv2d',
      `function conv2d(x, k, stride = 1) {\n  const h = Math.floor((x.length - k.length) / stride) + 1, w = Math.floor((x[0].length - k[0].length) / stride) + 1;\n  const out = [];\n  for (let i = 0; i < h; i++) {\n    const row = [];\n    for (let j = 0; j < w; j++) {\n      let sum = 0;\n      for (let m = 0; m < k.length; m++)\n        for (let n = 0; n < k[0].length; n++) sum += x[i * stride + m][j * stride + n] * k[m][n];\n      row.push(sum);\n    }\n    out.push(row);\n  }\n  return out;\n}\nconst x = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 17]];\nconsole.log(conv2d(x, [[1, 0], [2, -1]], 2));\n`,
      { operation: 'conv_forward', options: { stride: 2 } },
    ],
    [
      'java',
      'maxPool',
      `public class Pool {\n  public static double[][] maxPool(double[][] x, int size, int stride) {\n    int h = (x.length - size) / stride + 1;\n    double[][] out = new double[h][h];\n    for (int i = 0; i < h; i++)\n      for (int j = 0; j < h; j++) {\n        double best = Double.NEGATIVE_INFINITY;\n        for (int m = 0; m < size; m++)\n          for (int n = 0; n < size; n++) best = Math.max(best, x[i * stride + m][j * stride + n]);\n        out[i][j] = best;\n      }\n    return out;\n  }\n  public static void main(String[] args) {\n    double[][] x = {{1, 9, 3, 4}, {5, 6, 7, 8}, {2, 0, 1, 3}, {4, 8, 5, 6}};\n    double[][] pooled = maxPool(x, 2, 2);\n  }\n}\n`,
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 } },
    ],
    [
      'go',
      'convolve',
      `package main\n\nimport "fmt"\n\nfunc convolve(x [][]float64, k [][]float64) [][]float64 {\n\th := len(x) - len(k) + 1\n\tout := make([][]float64, h)\n\tfor i := 0; i < h; i++ {\n\t\tout[i] = make([]float64, h)\n\t\tfor j := 0; j < h; j++ {\n\t\t\tfor m := 0; m < len(k); m++ {\n\t\t\t\tfor n := 0; n < len(k); n++ {\n\t\t\t\t\tout[i][j] += x[i+m][j+n] * k[m][n]\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n\treturn out\n}\n\nfunc main() {\n\tx := [][]float64{\n\t\t{1, 2, 3},\n\t\t{4, 5, 6},\n\t\t{7, 8, 9},\n\t}\n\tfmt.Println(convolve(x, [][]float64{{1, 2}, {0, 1}}))\n}\n`,
      { operation: 'conv_forward', shapes: ['1 3 3 1', '2 2 1 1'] },
    ],
    [
      'cpp',
      'conv2d',
      `#include <vector>\nusing namespace std;\nvector<vector<float>> conv2d(const vector<vector<float>>& x, const vector<vector<float>>& k, int pad) {\n  int H = x.size(), W = x[0].size();\n  vector<vector<float>> out(H + 2 * pad - 2, vector<float>(W + 2 * pad - 2, 0.0f));\n  for (int i = 0; i < out.size(); ++i)\n    for (int j = 0; j < out[0].size(); ++j)\n      for (int m = 0; m < 3; ++m)\n        for (int n = 0; n < 3; ++n) {\n          int r = i + m - pad, c = j + n - pad;\n          if (r < 0 || r >= H || c < 0 || c >= W) continue;\n          out[i][j] += x[r][c] * k[m][n];\n        }\n  return out;\n}\nint main() {\n  vector<vector<float>> x = {{1, 2, 3}, {4, 5, 6}, {7, 8, 10}};\n  vector<vector<float>> k = {{1, 0, -1}, {2, 0, -2}, {1, 0, -1}};\n  auto y = conv2d(x, k, 1);\n}\n`,
      { operation: 'conv_forward', options: { stride: 1, padding: 1 } },
    ],
    [
      'javascript',
      'maxPool',
      'function maxPool(m, size, stride) {\n  const out = [];\n  for (let i = 0; i + size <= m.length; i += stride) {\n    const row = [];\n    for (let j = 0; j + size <= m[0].length; j += stride) {\n      let best = -Infinity;\n      for (let a = 0; a < size; a++)\n        for (let b = 0; b < size; b++) best = Math.max(best, m[i + a][j + b]);\n      row.push(best);\n    }\n    out.push(row);\n  }\n  return out;\n}\nconsole.log(maxPool([[1, 3, 2, 4], [5, 6, 1, 0], [7, 2, 9, 8], [3, 4, 6, 5]], 2, 2));\n',
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 } },
    ],
    [
      'csharp',
      'AvgPool',
      `class P {\n  static double[,] AvgPool(double[,] x, int k) {\n    int h = x.GetLength(0) / k;\n    var y = new double[h, h];\n    for (int i = 0; i < h; i++)\n      for (int j = 0; j < h; j++) {\n        double sum = 0;\n        for (int a = 0; a < k; a++)\n          for (int b = 0; b < k; b++) sum += x[i * k + a, j * k + b];\n        y[i, j] = sum / (k * k);\n      }\n    return y;\n  }\n  static void Main() {\n    double[,] x = { {1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}, {13, 14, 15, 17} };\n    var y = AvgPool(x, 2);\n  }\n}\n`,
      { operation: 'pool_forward', options: { mode: 'average', kernel: 2, stride: 2 } },
    ],
  ])('%s', (languageId, callee, text, expected) => {
    expect(lastOf(text, languageId)).toMatchObject({ callee, ...expected });
  });
});

it.each([
  '{{{{',
  'for (',
  'for (int i = 0; i < 3; i++',
  'int main() { for (;;) {} }',
  'a'.repeat(50) + '((((for',
  'for x',
])('broken programs do not throw: %s', (text) => {
  expect(parseArrays(text, { languageId: 'cpp' }).calls).toEqual([]);
});

it('of C, with a macro that has parameters', () => {
  const text =
    '#define MAX(a, b) ((a) > (b) ? (a) : (b))\nint x[4][4] = {{1,2,3,4},{5,6,7,8},{9,1,2,3},{4,5,6,7}};\nint y[2][2];\nint main() {\n  for (int i = 0; i < 2; i++)\n    for (int j = 0; j < 2; j++)\n      y[i][j] = MAX(MAX(x[2*i][2*j], x[2*i][2*j+1]), MAX(x[2*i+1][2*j], x[2*i+1][2*j+1]));\n}\n';
  expect(lastOf(text, 'c')).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: 2 } });
});

it("of Go, in a variable with the name of another language's modifier", () => {
  const text =
    'package main\nfunc zeros(h int, w int) [][]int {\n\trows := make([][]int, h)\n\tfor i := range rows {\n\t\trows[i] = make([]int, w)\n\t}\n\treturn rows\n}\nfunc convolute(x [][]int, k [][]int) [][]int {\n\tfinal := zeros(len(x)-1, len(x[0])-1)\n\tfor i := range final {\n\t\tfor j := range final[i] {\n\t\t\tfor m := range k {\n\t\t\t\tfor n := range k[0] {\n\t\t\t\t\tfinal[i][j] += x[i+m][j+n] * k[m][n]\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n\treturn final\n}\nfunc main() {\n\tx := [][]int{{1,2,3,4},{5,6,7,8},{9,10,11,12},{13,14,15,17}}\n\tk := [][]int{{1, 0}, {2, -1}}\n\tfinal := convolute(x, k)\n\t_ = final\n}\n';
  expect(lastOf(text, 'go')).toMatchObject({ callee: 'convolute', operation: 'conv_forward', shapes: PLANES });
});

describe("arrays of Rust's ndarray", () => {
  const main =
    'fn main() {\n    let x = array![[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0], [9.0, 10.0, 11.0, 12.0], [13.0, 14.0, 15.0, 17.0]];\n    let k = array![[1.0, 0.0], [2.0, -1.0]];\n    let y = conv(&x, &k);\n    println!("{:?}", y);\n}\n';
  it.each([
    [
      'slices',
      'let (k_h, k_w) = k.dim();\n    let mut y = Array2::<f64>::zeros((x.nrows() - k_h + 1, x.ncols() - k_w + 1));\n    for i in 0..y.nrows() {\n        for j in 0..y.ncols() {\n            let window = x.slice(s![i..i + k_h, j..j + k_w]);\n            y[(i, j)] = (&window * k).sum();\n        }\n    }',
    ],
    [
      'elements',
      'let mut y = Array2::zeros((3, 3));\n    for i in 0..3 {\n        for j in 0..3 {\n            for m in 0..k.shape()[0] {\n                for n in 0..k.shape()[1] {\n                    y[[i, j]] += x[[i + m, j + n]] * k[[m, n]];\n                }\n            }\n        }\n    }',
    ],
  ])('by %s', (_, body) => {
    const text = `use ndarray::{array, s, Array2};\nfn conv(x: &Array2<f64>, k: &Array2<f64>) -> Array2<f64> {\n    ${body}\n    y\n}\n${main}`;
    expect(lastOf(text, 'rust')).toMatchObject({ callee: 'conv', operation: 'conv_forward', shapes: PLANES });
  });
});

it('braces in the types of Rust are not a function body', () => {
  const rows = '[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0], [9.0, 10.0, 11.0, 12.0], [13.0, 14.0, 15.0, 17.0]';
  const body =
    'for i in 0..=(H - K) {\n for j in 0..=(H - K) {\n for m in 0..K {\n for n in 0..K {\n y[i][j] += x[i + m][j + n] * k[m][n];\n }\n }\n }\n }\n';
  const text =
    'const H: usize = 4;\nconst K: usize = 2;\ntype Map<const R: usize> = [[f32; R]; R];\n' +
    `fn slide(x: &Map<H>, k: &Map<K>) -> Map<{ H - K + 1 }> {\n let mut y = [[0.0f32; H - K + 1]; H - K + 1];\n ${body} y\n}\n` +
    `fn main() {\n let x = [${rows}];\n let k = [[1.0, 0.0], [2.0, -1.0]];\n let y = slide(&x, &k);\n}\n`;
  expect(lastOf(text, 'rust')).toMatchObject({ operation: 'conv_forward', shapes: PLANES });
});
