/** Arrays that are values in their language: what a function changes is its copy, not the input of a later layer. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

it.each([
  [
    'cpp',
    `#include <vector>
typedef std::vector<std::vector<float>> Mat;
Mat relu(Mat x) {
  for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) if (x[i][j] < 0) x[i][j] = 0;
  return x;
}
Mat conv(const Mat& x, const Mat& k) {
  Mat y(2, std::vector<float>(2, 0));
  for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++)
    for (int m = 0; m < 2; m++) for (int n = 0; n < 2; n++) y[i][j] += x[i + m][j + n] * k[m][n];
  return y;
}
int main() {
  Mat x = {{1, -2, 3}, {-4, 5, -6}, {7, -8, 9}};
  Mat p = x;
  p[0][0] = 100;
  Mat a = relu(x);
  Mat y = conv(x, {{1, 2}, {3, -1}});
}
`,
  ],
  [
    'swift',
    `func relu(_ x: [[Double]]) -> [[Double]] {
  var y = x
  for i in 0..<3 { for j in 0..<3 { if y[i][j] < 0 { y[i][j] = 0 } } }
  return y
}
func conv(_ x: [[Double]], _ k: [[Double]]) -> [[Double]] {
  var y = [[Double]](repeating: [Double](repeating: 0, count: 2), count: 2)
  for i in 0..<2 { for j in 0..<2 { for m in 0..<2 { for n in 0..<2 { y[i][j] += x[i + m][j + n] * k[m][n] } } } }
  return y
}
let x: [[Double]] = [[1, -2, 3], [-4, 5, -6], [7, -8, 9]]
let a = relu(x)
let y = conv(x, [[1, 2], [3, -1]])
`,
  ],
  [
    'rust',
    `fn relu(x: &Vec<Vec<f64>>) -> Vec<Vec<f64>> {
  let mut y = x.clone();
  for i in 0..3 { for j in 0..3 { if y[i][j] < 0.0 { y[i][j] = 0.0; } } }
  y
}
fn conv(x: &Vec<Vec<f64>>, k: &Vec<Vec<f64>>) -> Vec<Vec<f64>> {
  let mut y = vec![vec![0.0; 2]; 2];
  for i in 0..2 { for j in 0..2 { for m in 0..2 { for n in 0..2 { y[i][j] += x[i + m][j + n] * k[m][n]; } } } }
  y
}
fn main() {
  let x = vec![vec![1.0, -2.0, 3.0], vec![-4.0, 5.0, -6.0], vec![7.0, -8.0, 9.0]];
  let a = relu(&x);
  let y = conv(&x, &vec![vec![1.0, 2.0], vec![3.0, -1.0]]);
}
`,
  ],
])('%s: a convolution takes the array that ReLU was given', (languageId, text) => {
  const call = parseArrays(text, { languageId }).calls.at(-1)!;
  const [x] = Object.values(arraysOfCall(call));
  expect([call.operation, [...x!.data]]).toEqual(['conv_forward', [1, -2, 3, -4, 5, -6, 7, -8, 9]]);
});
