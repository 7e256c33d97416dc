/** Layers that methods of a program's own structures compute. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

function lastOf(text: string, languageId: string) {
  const call = parseArrays(text, { languageId }).calls.at(-1);
  if (!call) return undefined;
  const shapes = Object.values(arraysOfCall(call)).map(({ shape }) => shape.join(' '));
  return { operation: call.operation, options: call.options, shapes };
}

describe('structures', () => {
  it.each([
    [
      'rust',
      'new and fields by their names',
      { operation: 'conv_forward', options: { stride: 1, padding: 0 }, shapes: ['1 3 5 1', '2 2 1 1', '1 1 1 1'] },
      `#[derive(Debug, Clone)]
pub struct Conv2d {
 kernel: Vec<Vec<f32>>,
 bias: f32,
 stride: usize,
}
impl Conv2d {
 pub fn new(kernel: Vec<Vec<f32>>, bias: f32, stride: usize) -> Self {
  Self { kernel, bias, stride }
 }
 fn out_size(&self, n: usize) -> usize {
  (n - self.kernel.len()) / self.stride + 1
 }
 pub fn forward(&self, x: &[Vec<f32>]) -> Vec<Vec<f32>> {
  let h = self.out_size(x.len());
  let w = self.out_size(x[0].len());
  let mut y = vec![vec![self.bias; w]; h];
  for i in 0..h {
   for j in 0..w {
    for m in 0..self.kernel.len() {
     for n in 0..self.kernel[0].len() {
      y[i][j] += x[i * self.stride + m][j * self.stride + n] * self.kernel[m][n]; } } }
  }
  y }
}
fn main() {
 let x = vec![
  vec![1.0, 2.0, 3.0, 0.0, 1.0],
  vec![0.0, 1.0, 2.0, 3.0, 1.0],
  vec![1.0, 0.0, 1.0, 2.0, 2.0],
 ];
 let conv = Conv2d::new(vec![vec![1.0, -1.0], vec![0.5, 2.0]], 0.1, 1);
 let y = conv.forward(&x);
 println!("{:?}", y);
}
`,
    ],
    [
      'rust',
      'a trait, in a test',
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 }, shapes: ['1 2 4 1'] },
      `trait Layer {
 fn forward(&self, x: &Vec<Vec<f64>>) -> Vec<Vec<f64>>;
}
struct MaxPool {
 size: usize,
}
impl Layer for MaxPool {
 fn forward(&self, x: &Vec<Vec<f64>>) -> Vec<Vec<f64>> {
  let h = x.len() / self.size;
  let w = x[0].len() / self.size;
  let mut out = vec![vec![f64::NEG_INFINITY; w]; h];
  for i in 0..h {
   for j in 0..w {
    for a in 0..self.size {
     for b in 0..self.size {
      out[i][j] = out[i][j].max(x[i * self.size + a][j * self.size + b]); } } }
  }
  out }
}
#[cfg(test)]
mod tests {
 use super::*;
 #[test]
 fn pools_two_by_two() {
  let pool = MaxPool { size: 2 };
  let x = vec![vec![1.0, 4.0, 2.0, 3.0], vec![0.0, 1.0, 7.0, 5.0]];
  assert_eq!(pool.forward(&x), vec![vec![4.0, 7.0]]); }
}
`,
    ],
    [
      'go',
      'methods outside of the structure',
      {
        operation: 'conv_forward',
        options: { stride: [1, 1], padding: [0, 1] },
        shapes: ['1 1 6 1', '1 3 1 1', '1 1 1 1'],
      },
      `package main
import "fmt"
type Conv1D struct {
 Weights []float64
 Bias float64
 Stride, Pad int
}
func NewConv1D(w []float64, bias float64, stride, pad int) *Conv1D {
 return &Conv1D{Weights: w, Bias: bias, Stride: stride, Pad: pad}
}
func (c *Conv1D) Forward(x []float64) []float64 {
 n := (len(x)+2*c.Pad-len(c.Weights))/c.Stride + 1
 out := make([]float64, n)
 for i := range out {
  sum := c.Bias
  for k, w := range c.Weights {
   pos := i*c.Stride + k - c.Pad
   if pos >= 0 && pos < len(x) {
    sum += w * x[pos] }
  }
  out[i] = sum
 }
 return out
}
func main() {
 x := []float64{2, 4, -1, 0, 3, 5}
 conv := NewConv1D([]float64{1, 0, -1}, 0.5, 1, 1)
 fmt.Println(conv.Forward(x))
}
`,
    ],
    [
      'c',
      'a structure of sizes that a function gets',
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 }, shapes: ['1 4 6 1'] },
      `#include <stdio.h>
#include <float.h>
typedef struct {
 int size;
 int stride;
} Pool;
static void pool_forward(const Pool *p, float in[4][6], float out[2][3])
{
 for (int r = 0; r < 2; r++) {
  for (int c = 0; c < 3; c++) {
   float best = -FLT_MAX;
   for (int i = 0; i < p->size; i++)
    for (int j = 0; j < p->size; j++) {
     float v = in[r * p->stride + i][c * p->stride + j];
     if (v > best) best = v;
    }
   out[r][c] = best; } }
}
int main(void)
{
 float in[4][6] = {
  {1, 2, 3, 4, 5, 6}, {7, 8, 9, 1, 2, 3}, {4, 5, 6, 7, 8, 9}, {1, 1, 2, 2, 3, 3},
 };
 float out[2][3];
 Pool p = { .size = 2, .stride = 2 };
 pool_forward(&p, in, out);
 printf("%f\\n", out[0][0]);
 return 0;
}
`,
    ],
    [
      'c',
      'structures of one declaration, whose members are set one by one',
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 }, shapes: ['1 4 4 1'] },
      `typedef struct {
 int size;
 int stride;
} Pool;
int main(void)
{
 Pool unused, p;
 p.size = 2;
 p.stride = 2;
 float x[4][4] = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 1, 2, 3}, {4, 5, 6, 7}};
 float y[2][2];
 for (int r = 0; r < 2; r++)
  for (int c = 0; c < 2; c++) {
   y[r][c] = -1;
   for (int i = 0; i < p.size; i++)
    for (int j = 0; j < p.size; j++)
     if (x[r * p.stride + i][c * p.stride + j] > y[r][c]) y[r][c] = x[r * p.stride + i][c * p.stride + j];
  }
 unused.size = 3;
 return 0;
}
`,
    ],
    [
      'typescript',
      'rows whose type is stated where they are used',
      { operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 }, shapes: ['1 4 4 1'] },
      `type Matrix = number[][];
function pool(x: Matrix): Matrix {
  const h = x.length / 2;
  const w = (x[0] as number[]).length / 2;
  const out = [] as Matrix;
  for (let i = 0; i < h; i++) {
    const row: number[] = [];
    for (let j = 0; j < w; j++)
      row.push(Math.max((x[2 * i] as number[])[2 * j], x[2 * i][2 * j + 1], x[2 * i + 1][2 * j], x[2 * i + 1][2 * j + 1]));
    out.push(row);
  }
  return out;
}
console.log(pool([[1, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3], [4, 5, 6, 7]]));
`,
    ],
  ])('%s: %s', (language, _, expected, text) => {
    expect(lastOf(text, language)).toMatchObject(expected);
  });
});
