/** Loops over items and ranges, parameters that are filled, and results that are only printed, in C-like languages. */
import { expect, it } from 'vitest';
import { arraysOfCall } from '../../../../../core/read/LayerCall';
import { parseArrays } from '../../../../../core/read/parseArrays';

const PROGRAMS = [
  [
    'rust',
    'conv2d',
    `fn conv2d(input: &Vec<Vec<f64>>, kernel: &Vec<Vec<f64>>, stride: usize) -> Vec<Vec<f64>> {\n let kh = kernel.len();\n let kw = kernel[0].len();\n let oh = (input.len() - kh) / stride + 1;\n let ow = (input[0].len() - kw) / stride + 1;\n let mut out = vec![vec![0.0; ow]; oh];\n for i in 0..oh {\n  for j in 0..ow {\n   let mut sum = 0.0;\n   for m in 0..kh {\n    for n in 0..kw {\n     sum += input[i * stride + m][j * stride + n] * kernel[m][n];\n    }\n   }\n   out[i][j] = sum;\n  }\n }\n out\n}\n\nfn main() {\n let input = vec![\n  vec![1.0, 2.0, 3.0, 0.0, 1.0],\n  vec![0.0, 1.0, 2.0, 3.0, 1.0],\n  vec![3.0, 0.0, 1.0, 2.0, 2.0],\n  vec![2.0, 3.0, 0.0, 1.0, 0.0],\n  vec![1.0, 2.0, 1.0, 0.0, 3.0],\n ];\n let kernel = vec![vec![2.0, 0.0, 1.0], vec![0.0, 1.0, 2.0], vec![1.0, 0.0, 2.0]];\n let out = conv2d(&input, &kernel, 2);\n for row in &out {\n  println!("{:?}", row);\n }\n}\n`,
    { operation: 'conv_forward', options: { stride: 2, padding: 0 } },
  ],
  [
    'rust',
    'max_pool',
    `const IN: [[i32; 4]; 4] = [[1, 3, 2, 4], [5, 6, 8, 7], [4, 2, 9, 1], [3, 5, 0, 6]];\n\nfn max_pool(input: &[[i32; 4]; 4]) -> [[i32; 2]; 2] {\n let mut out = [[i32::MIN; 2]; 2];\n for r in 0..2 {\n  for c in 0..2 {\n   for dr in 0..2 {\n    for dc in 0..2 {\n     out[r][c] = out[r][c].max(input[r * 2 + dr][c * 2 + dc]);\n    }\n   }\n  }\n }\n out\n}\n\nfn main() {\n println!("{:?}", max_pool(&IN));\n}\n`,
    { operation: 'pool_forward', options: { kernel: 2, stride: 2 } },
  ],
  [
    'swift',
    'maxPool',
    `func maxPool(_ input: [[Float]], size: Int, stride: Int) -> [[Float]] {\n let outH = (input.count - size) / stride + 1\n let outW = (input[0].count - size) / stride + 1\n var output = [[Float]](repeating: [Float](repeating: 0, count: outW), count: outH)\n for i in 0..<outH {\n  for j in 0..<outW {\n   var best = -Float.infinity\n   for m in 0..<size {\n    for n in 0..<size {\n     best = max(best, input[i * stride + m][j * stride + n])\n    }\n   }\n   output[i][j] = best\n  }\n }\n return output\n}\n\nlet input: [[Float]] = [\n [1, 3, 2, 4],\n [5, 6, 8, 7],\n [4, 2, 9, 1],\n [3, 5, 0, 6]\n]\nprint(maxPool(input, size: 2, stride: 2))\n`,
    { operation: 'pool_forward', options: { kernel: 2, stride: 2 } },
  ],
  [
    'kotlin',
    'convolve',
    `fun convolve(image: Array<DoubleArray>, kernel: Array<DoubleArray>): Array<DoubleArray> {\n val h = image.size - kernel.size + 1\n val w = image[0].size - kernel[0].size + 1\n val result = Array(h) { DoubleArray(w) }\n for (i in 0 until h) {\n  for (j in 0 until w) {\n   var sum = 0.0\n   for (m in kernel.indices) {\n    for (n in kernel[0].indices) {\n     sum += image[i + m][j + n] * kernel[m][n]\n    }\n   }\n   result[i][j] = sum\n  }\n }\n return result\n}\n\nfun main() {\n val image = arrayOf(\n  doubleArrayOf(1.0, 2.0, 3.0, 4.0),\n  doubleArrayOf(5.0, 6.0, 7.0, 8.0),\n  doubleArrayOf(9.0, 8.0, 7.0, 6.0),\n )\n val kernel = arrayOf(doubleArrayOf(1.0, 0.0), doubleArrayOf(0.0, -1.0))\n val out = convolve(image, kernel)\n out.forEach { println(it.joinToString()) }\n}\n`,
    { operation: 'conv_forward', shapes: ['1 3 4 1', '2 2 1 1'] },
  ],
  [
    'javascript',
    'conv2d',
    `const image = [[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]];\nconst kernel = [[2, 0, 1], [0, 1, 2], [1, 0, 2]];\n\nfunction conv2d(img, k) {\n  const out = [];\n  for (let i = 0; i <= img.length - k.length; i++) {\n const row = [];\n for (let j = 0; j <= img[0].length - k[0].length; j++) {\n   let s = 0;\n   k.forEach((kr, m) => kr.forEach((v, n) => { s += v * img[i + m][j + n]; }));\n   row.push(s);\n }\n out.push(row);\n  }\n  return out;\n}\nconsole.table(conv2d(image, kernel));\n`,
    { operation: 'conv_forward', shapes: ['1 4 4 1', '3 3 1 1'] },
  ],
  [
    'java',
    'maxPool',
    `public class Pool {\n static double[][] maxPool(double[][] x, int f, int s) {\n  int h = (x.length - f) / s + 1, w = (x[0].length - f) / s + 1;\n  double[][] out = new double[h][w];\n  for (int i = 0; i < h; i++) {\n   for (int j = 0; j < w; j++) {\n    double m = Double.NEGATIVE_INFINITY;\n    for (int a = 0; a < f; a++)\n     for (int b = 0; b < f; b++)\n      m = Math.max(m, x[i * s + a][j * s + b]);\n    out[i][j] = m;\n   }\n  }\n  return out;\n }\n public static void main(String[] args) {\n  double[][] x = {{1, 3, 2, 4}, {5, 6, 8, 7}, {4, 2, 9, 1}, {3, 5, 0, 6}};\n  for (double[] row : maxPool(x, 2, 2)) System.out.println(Arrays.toString(row));\n }\n}\n`,
    { operation: 'pool_forward', options: { mode: 'max' } },
  ],
  [
    'go',
    'conv',
    `package main\n\nimport "fmt"\n\nfunc conv(in, k [][]float64) [][]float64 {\n	oh := len(in) - len(k) + 1\n	ow := len(in[0]) - len(k[0]) + 1\n	out := make([][]float64, oh)\n	for i := range out {\n		out[i] = make([]float64, ow)\n		for j := range out[i] {\n			for m, row := range k {\n				for n, v := range row {\n					out[i][j] += in[i+m][j+n] * v\n				}\n			}\n		}\n	}\n	return out\n}\n\nfunc main() {\n	in := [][]float64{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 8, 7, 6}}\n	k := [][]float64{{1, 0}, {0, -1}}\n	for _, r := range conv(in, k) {\n		fmt.Println(r)\n	}\n}\n`,
    { operation: 'conv_forward', shapes: ['1 3 4 1', '2 2 1 1'] },
  ],
  [
    'cpp',
    'convolve',
    `#include <iostream>\n#include <vector>\nusing Matrix = std::vector<std::vector<double>>;\n\nMatrix convolve(const Matrix& image, const Matrix& kernel) {\n const size_t kh = kernel.size(), kw = kernel[0].size();\n Matrix out(image.size() - kh + 1, std::vector<double>(image[0].size() - kw + 1, 0.0));\n for (size_t i = 0; i < out.size(); ++i)\n  for (size_t j = 0; j < out[0].size(); ++j)\n   for (size_t m = 0; m < kh; ++m)\n    for (size_t n = 0; n < kw; ++n)\n     out[i][j] += image[i + m][j + n] * kernel[m][n];\n return out;\n}\n\nint main() {\n Matrix image = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 8, 7, 6}};\n Matrix kernel{{1, 0}, {0, -1}};\n auto out = convolve(image, kernel);\n for (const auto& row : out) {\n  for (double v : row) std::cout << v << ' ';\n  std::cout << '\\n';\n }\n return 0;\n}\n`,
    { operation: 'conv_forward', shapes: ['1 3 4 1', '2 2 1 1'] },
  ],
  [
    'c',
    'conv',
    `#include <stdio.h>\n#define H 5\n#define W 5\n#define K 3\n#define PAD 1\nvoid conv(float in[H][W], float k[K][K], float out[H][W]) {\n for (int i = 0; i < H; i++)\n  for (int j = 0; j < W; j++) {\n   float acc = 0.0f;\n   for (int m = -PAD; m <= PAD; m++)\n    for (int n = -PAD; n <= PAD; n++) {\n     int y = i + m, x = j + n;\n     if (y >= 0 && y < H && x >= 0 && x < W)\n      acc += in[y][x] * k[m + PAD][n + PAD];\n    }\n   out[i][j] = acc;\n  }\n}\nint main(void) {\n float in[H][W] = {{1, 2, 3, 0, 1}, {0, 1, 2, 3, 1}, {3, 0, 1, 2, 2}, {2, 3, 0, 1, 0}, {1, 2, 1, 0, 3}};\n float k[K][K] = {{0, 1, 0}, {1, -4, 1}, {0, 1, 0}};\n float out[H][W];\n conv(in, k, out);\n for (int i = 0; i < H; i++) {\n  for (int j = 0; j < W; j++) printf("%.1f ", out[i][j]);\n  printf("\\n");\n }\n return 0;\n}\n`,
    { operation: 'conv_forward', shapes: ['1 5 5 1', '3 3 1 1'] },
  ],
] as const;

it.each(PROGRAMS)('%s: %s', (languageId, callee, text, expected) => {
  const call = parseArrays(text, { languageId }).calls.at(-1)!;
  const shapes = Object.values(arraysOfCall(call)).map(({ shape }) => shape.join(' '));
  expect({ ...call, shapes }).toMatchObject({ callee, ...expected });
});

it.each([
  [
    'typescript',
    'const conv = (x: number[][], k: number[][]): number[][] => {\n  const out: number[][] = [];\n  for (const i of [0, 1]) {\n    out.push([0, 0]);\n    for (const j of [0, 1]) k.forEach((row, m) => row.forEach((v, n) => { out[i][j] += v * x[i + m][j + n] }));\n  }\n  return out\n}\nconst y = conv([[1, 2, 3], [4, 5, 6], [7, 8, 1]], [[1, 0], [2, -1]])\n',
  ],
  [
    'kotlin',
    'fun pool(x: Array<IntArray>, size: Int = 2): Array<IntArray> {\n  val out = Array(2) { IntArray(2) { Int.MIN_VALUE } }\n  for (i in 0..3) for (j in 0 until 4 step 1) {\n    val v = if (x[i][j] > out[i / size][j / size]) x[i][j] else out[i / size][j / size]\n    out[i / size][j / size] = v\n  }\n  return out\n}\nfun main() {\n  val x = arrayOf(intArrayOf(1, 3, 2, 4), intArrayOf(5, 6, 8, 7), intArrayOf(4, 2, 9, 1), intArrayOf(3, 5, 0, 6))\n  assertEquals(6, pool(x)[0][0])\n}\n',
  ],
  [
    'swift',
    'let x: [[Double]] = [[1, 3, 2, 4], [5, 6, 8, 7], [4, 2, 9, 1], [3, 5, 0, 6]]\nvar out = Array(repeating: Array(repeating: 0.0, count: 2), count: 2)\n// average pool\nfor i in stride(from: 0, to: 4, by: 2) {\n  for j in stride(from: 0, to: x[0].count, by: 2) {\n    out[i / 2][j / 2] = (x[i][j] + x[i][j + 1] + x[i + 1][j] + x[i + 1][j + 1]) / 4\n  }\n}\nprint(out)\n',
  ],
  [
    'rust',
    'fn main() {\n  let x: [[f32; 3]; 3] = [[1., 2., 3.], [4., 5., 6.], [7., 8., 1.]];\n  let k = [[1_f32, 0.], [2., -1.]];\n  let (h, w) = (x.len() - 1, x[0].len() - 1);\n  let mut y = [[0f32; 2]; 2];\n  for i in (0..h).step_by(1) { for j in 0..=w - 1 {\n    for (m, row) in k.iter().enumerate() { for n in 0..row.len() { y[i][j] += x[i + m as usize][j + n] * row[n]; } }\n  } }\n  assert_eq!(y[0][0], 4.0);\n}\n',
  ],
])('other notations of loops and functions: %s', (languageId, text) => {
  expect(parseArrays(text, { languageId }).calls).toHaveLength(1);
});

it("Go's constants in brackets, and a condition with a declaration", () => {
  const text = `package main
const (
	size   = 2
	stride = 1
)
var x = [][]float64{{1, 5, 2}, {4, 3, 9}}
func pool(in [][]float64, size, stride int) [][]float64 {
	rows := (len(in)-size)/stride + 1
	cols := (len(in[0])-size)/stride + 1
	out := make([][]float64, rows)
	for r := 0; r < rows; r++ {
		out[r] = make([]float64, cols)
		for c := 0; c < cols; c++ {
			best := math.Inf(-1)
			for i := 0; i < size; i++ {
				for j := 0; j < size; j++ {
					if v := in[r*stride+i][c*stride+j]; v > best {
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
	fmt.Println(pool(x, size, stride))
}
`;
  expect(parseArrays(text, { languageId: 'go' }).calls).toMatchObject([
    { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 1 } },
  ]);
});
