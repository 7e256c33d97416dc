/** Layers that methods of a program's own classes compute. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

function lastOf(text: string, languageId: string) {
  const call = parseArrays(text, { languageId }).calls.at(-1);
  if (!call) return undefined;
  const shapes = Object.values(arraysOfCall(call)).map(({ shape }) => shape.join(' '));
  return { operation: call.operation, options: call.options, shapes };
}

describe('classes', () => {
  it.each([
    [
      'cpp',
      'a template with methods outside of it, called as a function',
      { operation: 'pool_forward', options: { mode: 'average', kernel: 2, stride: 2 }, shapes: ['1 4 5 1'] },
      `#include <iostream>
#include <vector>
#include <limits>
using namespace std;
template <typename T>
class AvgPool {
 public:
  explicit AvgPool(int kernel, int stride = 1);
  vector<vector<T>> operator()(const vector<vector<T>>& x) const;
 private:
  int kernel_, stride_;
};
template <typename T>
AvgPool<T>::AvgPool(int kernel, int stride) : kernel_{kernel}, stride_{stride} {}
template <typename T>
vector<vector<T>> AvgPool<T>::operator()(const vector<vector<T>>& x) const {
  int h = (x.size() - kernel_) / stride_ + 1;
  int w = (x[0].size() - kernel_) / stride_ + 1;
  vector<vector<T>> y(h, vector<T>(w, 0));
  for (int i = 0; i < h; i++)
 for (int j = 0; j < w; j++) {
   for (int m = 0; m < kernel_; m++)
  for (int n = 0; n < kernel_; n++) y[i][j] += x[i * stride_ + m][j * stride_ + n];
   y[i][j] /= kernel_ * kernel_;
 }
  return y;
}
int main() {
  vector<vector<float>> x = {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}, {0, 1, 0, 2, 0}, {3, 3, 1, 1, 2}};
  AvgPool<float> pool{2, 2};
  auto y = pool(x);
  cout << y[0][0] << endl;
  return 0;
}
`,
    ],
    [
      'cpp',
      'a structure without a constructor, made with make_unique',
      { operation: 'conv_forward', options: { stride: 1, padding: 1 }, shapes: ['1 3 3 1', '3 3 1 1', '1 1 1 1'] },
      `#include <vector>
#include <iostream>
#include <memory>
struct Conv2D {
  std::vector<std::vector<double>> weight;
  double bias = 0.0;
  std::size_t pad = 0;
  std::vector<std::vector<double>> apply(const std::vector<std::vector<double>> &img) const {
 const int k = static_cast<int>(weight.size());
 const int H = static_cast<int>(img.size());
 const int W = static_cast<int>(img[0].size());
 std::vector<std::vector<double>> out(H + 2 * pad - k + 1, std::vector<double>(W + 2 * pad - k + 1, bias));
 for (int i = 0; i < (int)out.size(); ++i)
   for (int j = 0; j < (int)out[i].size(); ++j)
  for (int u = 0; u < k; ++u)
    for (int v = 0; v < k; ++v)
   out[i][j] += at(img, i + u - (int)pad, j + v - (int)pad) * weight[u][v];
 return out;
  }
  static double at(const std::vector<std::vector<double>> &img, int r, int c) {
 if (r < 0 || c < 0 || r >= (int)img.size() || c >= (int)img[0].size()) return 0.0;
 return img[r][c]; }
};
int main() {
  std::vector<std::vector<double>> img{{1, 0, 2}, {3, 1, 0}, {0, 2, 4}};
  auto conv = std::make_unique<Conv2D>(Conv2D{{{1, 2, 1}, {0, 0, 0}, {-1, -2, -1}}, 0.5, 1});
  std::cout << conv->apply(img)[0][0] << "\\n";
}
`,
    ],
    [
      'java',
      'a field with a value and a private method',
      {
        operation: 'conv_forward',
        options: { stride: [1, 2], padding: [0, 0] },
        shapes: ['1 1 7 1', '1 3 1 1', '1 1 1 1'],
      },
      `public class Conv1D {
 private final double[] kernel;
 private final int stride;
 private double bias = 0.25;
 Conv1D(double[] kernel, int stride) {
  this.kernel = kernel;
  this.stride = stride;
 }
 double[] forward(double[] x) {
  double[] out = new double[(x.length - kernel.length) / stride + 1];
  for (int i = 0; i < out.length; i++) {
   out[i] = bias + dot(x, i * stride);
  }
  return out;
 }
 private double dot(double[] x, int from) {
  double total = 0;
  for (int k = 0; k < kernel.length; k++) total += kernel[k] * x[from + k];
  return total;
 }
 public static void main(String[] args) {
  Conv1D conv = new Conv1D(new double[] {1, -2, 1}, 2);
  double[] y = conv.forward(new double[] {3, 1, 4, 1, 5, 9, 2});
  for (double v : y) System.out.println(v); }
}
`,
    ],
    [
      'java',
      'a nested class in a test',
      { operation: 'relu_forward', shapes: ['2 3'] },
      `import static org.junit.jupiter.api.Assertions.*;
import org.junit.jupiter.api.Test;
class ReluTest {
 static class Relu {
  double[][] forward(double[][] z) {
   double[][] a = new double[z.length][z[0].length];
   for (int i = 0; i < z.length; i++)
    for (int j = 0; j < z[i].length; j++)
     a[i][j] = Math.max(0.0, z[i][j]);
   return a; }
 }
 private final Relu relu = new Relu();
 @Test
 void clipsNegativeValues() {
  double[][] z = {{-1.5, 2.0, 0.0}, {3.25, -0.5, 1.0}};
  double[][] a = relu.forward(z);
  assertArrayEquals(new double[] {0, 2.0, 0}, a[0], 1e-9); }
}
`,
    ],
    [
      'csharp',
      'properties, an expression as a body and arguments by name',
      { operation: 'conv_forward', options: { stride: 1, padding: 1 }, shapes: ['1 3 4 1', '3 3 1 1'] },
      `using System;
namespace Demo
{
 public class ConvLayer
 {
  public double[,] Kernel { get; }
  public int Stride { get; set; } = 1;
  private readonly int _padding;
  public ConvLayer(double[,] kernel, int stride, int padding)
  {
   Kernel = kernel;
   Stride = stride;
   _padding = padding;
  }
  private int OutputSize(int n, int k) => (n + 2 * _padding - k) / Stride + 1;
  public double[,] Forward(double[,] input)
  {
   int h = input.GetLength(0), w = input.GetLength(1);
   int kh = Kernel.GetLength(0), kw = Kernel.GetLength(1);
   var result = new double[OutputSize(h, kh), OutputSize(w, kw)];
   for (int i = 0; i < result.GetLength(0); i++)
   {
    for (int j = 0; j < result.GetLength(1); j++)
    {
     double sum = 0;
     for (int u = 0; u < kh; u++)
      for (int v = 0; v < kw; v++)
      {
       int r = i * Stride + u - _padding;
       int c = j * Stride + v - _padding;
       if (r >= 0 && r < h && c >= 0 && c < w)
        sum += input[r, c] * Kernel[u, v];
      }
     result[i, j] = sum; }
   }
   return result; }
 }
 internal static class Program
 {
  private static void Main()
  {
   double[,] image = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 } };
   double[,] kernel = { { 0, 1, 0 }, { 1, -4, 1 }, { 0, 1, 0 } };
   var layer = new ConvLayer(kernel, stride: 1, padding: 1);
   var edges = layer.Forward(image);
   Console.WriteLine(edges[1, 1]); } }
}
`,
    ],
  ])('%s: %s', (language, _, expected, text) => {
    expect(lastOf(text, language)).toMatchObject(expected);
  });
});
