/** Classes with several constructors, matrices of C++ that are called with a row and a column, and JavaScript's prototypes. */
import { describe, expect, it } from 'vitest';
import { arraysOfCall } from '../../../../../core/read/LayerCall';
import { parseArrays } from '../../../../../core/read/parseArrays';

function lastOf(text: string, languageId: string) {
  const call = parseArrays(text, { languageId }).calls.at(-1);
  if (!call) return undefined;
  return { operation: call.operation, options: call.options, arrays: Object.values(arraysOfCall(call)).map(shapeOf) };
}

const shapeOf = ({ shape }: { readonly shape: readonly number[] }): string => shape.join(' ');

const java = (call: string): string => `class Conv {
  private final double[][] kernel;
  private final int stride;
  Conv(double[][] kernel) { this(kernel, 1); }
  Conv(double[][] kernel, int stride) { this.kernel = kernel; this.stride = stride; }
  double[][] forward(double[][] x) {
    int n = (x.length - kernel.length) / stride + 1;
    double[][] y = new double[n][n];
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++)
        for (int a = 0; a < kernel.length; a++)
          for (int b = 0; b < kernel[0].length; b++) y[i][j] += x[i * stride + a][j * stride + b] * kernel[a][b];
    return y;
  }
  public static void main(String[] args) {
    double[][] x = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 1, 2, 3}, {4, 5, 6, 7}};
    double[][] k = {{1, 0}, {0, -1}};
    double[][] y = ${call}.forward(x);
  }
}
`;

const cpp = (index: string): string => `#include <vector>
class Grid {
 public:
  Grid(int rows, int cols) : rows_(rows), cols_(cols), cells_(rows * cols, 0.0) {}
  Grid(int rows, int cols, std::vector<double> cells) : rows_(rows), cols_(cols), cells_(cells) {}
  double& ${index}(int i, int j) { return cells_[i * cols_ + j]; }
  double ${index}(int i, int j) const { return cells_[i * cols_ + j]; }
  Grid operator+(const Grid& other) const { return other; }
  int rows() const { return rows_; }
  int cols() const { return cols_; }
 private:
  int rows_, cols_;
  std::vector<double> cells_;
};
`;

const program = (cell: (name: string, at: string) => string): string => `Grid convolve(const Grid& x, const Grid& k) {
  Grid out(x.rows() - k.rows() + 1, x.cols() - k.cols() + 1);
  for (int i = 0; i < out.rows(); ++i)
    for (int j = 0; j < out.cols(); ++j)
      for (int a = 0; a < k.rows(); ++a)
        for (int b = 0; b < k.cols(); ++b) ${cell('out', 'i, j')} += ${cell('x', 'i + a, j + b')} * ${cell('k', 'a, b')};
  return out;
}
int main() {
  Grid x(3, 4, {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3});
  Grid k(2, 2, {1, 0, 2, -1});
  Grid y = convolve(x, k);
}
`;

describe('constructors are told apart by the number of their arguments', () => {
  it.each([
    ['new Conv(k)', 1],
    ['new Conv(k, 2)', 2],
  ])('%s has the stride %d', (call, stride) => {
    expect(lastOf(java(call), 'java')).toMatchObject({ operation: 'conv_forward', options: { stride } });
  });

  it("C#'s `: this(2, 2)`", () => {
    const text = `class Pool {
  int size, stride;
  public Pool() : this(2, 1) { }
  public Pool(int size, int stride) { this.size = size; this.stride = stride; }
  public double[] Forward(double[] x) {
    var y = new double[(x.Length - size) / stride + 1];
    for (int i = 0; i < y.Length; i++) {
      double best = double.MinValue;
      for (int a = 0; a < size; a++) best = Math.Max(best, x[i * stride + a]);
      y[i] = best;
    }
    return y;
  }
  static void Main() {
    double[] x = { 1, 5, 2, 4, 3, 9 };
    var y = new Pool().Forward(x);
  }
}
`;
    expect(lastOf(text, 'csharp')).toMatchObject({ operation: 'pool_forward', arrays: ['1 1 6 1'] });
  });
});

describe("C++'s matrices", () => {
  it('that are called with a row and a column, also on the left of an assignment', () => {
    const text = cpp('operator()') + program((name, at) => `${name}(${at})`);
    expect(lastOf(text, 'cpp')).toMatchObject({ operation: 'conv_forward', arrays: ['1 3 4 1', '2 2 1 1'] });
  });

  it('with a method that gives a reference', () => {
    const text = cpp('at') + program((name, at) => `${name}.at(${at})`);
    expect(lastOf(text, 'cpp')).toMatchObject({ operation: 'conv_forward', arrays: ['1 3 4 1', '2 2 1 1'] });
  });
});

describe('JavaScript', () => {
  it('methods of a prototype', () => {
    const text = `function MaxPool(size, stride) {
  this.size = size;
  this.stride = stride;
}
MaxPool.prototype.forward = function (x) {
  var out = [];
  for (var i = 0; i + this.size <= x.length; i += this.stride) {
    var best = -Infinity;
    for (var a = 0; a < this.size; a++) best = Math.max(best, x[i + a]);
    out.push(best);
  }
  return out;
};
var pool = new MaxPool(3, 2);
var y = pool.forward([4, 1, 3, 2, 5, 0, 6]);
`;
    expect(lastOf(text, 'javascript')).toMatchObject({ operation: 'pool_forward', arrays: ['1 1 7 1'] });
  });

  it('a map over rows and cells is ReLU', () => {
    const text =
      'const relu = (x) => x.map((row) => row.map((v) => Math.max(0, v)));\nconst x = [[1, -2], [-3, 4]];\nconst y = relu(x);\n';
    expect(lastOf(text, 'javascript')).toMatchObject({ operation: 'relu_forward' });
  });
});
