/** In languages other than Python a cursor in a function of the text means the layer of its own calls. */
import { describe, expect, it } from 'vitest';
import { layer } from '../requests';

const five = '{1, 2, 3, 0, 1}, {4, 5, 6, 1, 2}, {7, 8, 9, 2, 0}, {0, 1, 3, 5, 1}, {2, 0, 1, 1, 4}';

const cpp = `#include <vector>
using Mat = std::vector<std::vector<float>>;
Mat conv(const Mat &x, const Mat &k) {
  Mat y(x.size() - 1, std::vector<float>(x[0].size() - 1, 0));
  for (size_t i = 0; i < y.size(); i++)
    for (size_t j = 0; j < y[0].size(); j++)
      for (size_t a = 0; a < 2; a++)
        for (size_t b = 0; b < 2; b++) y[i][j] += x[i + a][j + b] * k[a][b];
  return y;
}
Mat max_pool(const Mat &x)
{
  Mat y(x.size() / 2, std::vector<float>(x[0].size() / 2, -1e9));
  for (size_t i = 0; i < y.size(); i++)
    for (size_t j = 0; j < y[0].size(); j++)
      for (size_t a = 0; a < 2; a++)
        for (size_t b = 0; b < 2; b++) y[i][j] = std::max(y[i][j], x[2 * i + a][2 * j + b]);
  return y;
}
int main() {
  Mat x = {${five}};
  Mat y = conv(x, {{1, -1}, {0, 2}});
  Mat p = max_pool(y);
}
`;

const csharp = `class Conv
{
    double[,] k;
    public Conv(double[,] k) { this.k = k; }
    public double[,] Forward(double[,] x)
    {
        var y = new double[x.GetLength(0) - 1, x.GetLength(1) - 1];
        for (int i = 0; i < y.GetLength(0); i++)
            for (int j = 0; j < y.GetLength(1); j++)
                for (int a = 0; a < 2; a++)
                    for (int b = 0; b < 2; b++)
                        y[i, j] += x[i + a, j + b] * k[a, b];
        return y;
    }
}
class Pool
{
    public double[,] Forward(double[,] x)
    {
        var y = new double[x.GetLength(0) / 2, x.GetLength(1) / 2];
        for (int i = 0; i < y.GetLength(0); i++)
            for (int j = 0; j < y.GetLength(1); j++)
                y[i, j] = Math.Max(Math.Max(x[2 * i, 2 * j], x[2 * i, 2 * j + 1]), Math.Max(x[2 * i + 1, 2 * j], x[2 * i + 1, 2 * j + 1]));
        return y;
    }
}
class Program
{
    static void Main()
    {
        double[,] x = { ${five} };
        var conv = new Conv(new double[,] { { 1, -1 }, { 0, 2 } });
        var pool = new Pool();
        var y = conv.Forward(x);
        var p = pool.Forward(y);
    }
}
`;

const go = `package main

func dot(x, k [][]float64, r, c int) float64 {
	s := 0.0
	for a := range k {
		for b := range k[a] {
			s += x[r+a][c+b] * k[a][b]
		}
	}
	return s
}

func conv(x, k [][]float64) [][]float64 {
	y := make([][]float64, len(x)-len(k)+1)
	for i := range y {
		y[i] = make([]float64, len(x[0])-len(k[0])+1)
		for j := range y[i] {
			y[i][j] = dot(x, k, i, j)
		}
	}
	return y
}

func avgPool(x [][]float64) [][]float64 {
	y := make([][]float64, len(x)/2)
	for i := range y {
		y[i] = make([]float64, len(x[0])/2)
		for j := range y[i] {
			y[i][j] = (x[2*i][2*j] + x[2*i][2*j+1] + x[2*i+1][2*j] + x[2*i+1][2*j+1]) / 4
		}
	}
	return y
}

func main() {
	x := [][]float64{${five}}
	y := conv(x, [][]float64{{1, -1}, {0, 2}})
	p := avgPool(y)
}
`;

const julia = `function conv2(x, k)
    y = zeros(size(x, 1) - 1, size(x, 2) - 1)
    for i in 1:size(y, 1), j in 1:size(y, 2)
        y[i, j] = sum(x[i:i+1, j:j+1] .* k)
    end
    return y
end

function maxpool(x)
    y = zeros(div(size(x, 1), 2), div(size(x, 2), 2))
    for i in 1:size(y, 1), j in 1:size(y, 2)
        y[i, j] = maximum(x[2i-1:2i, 2j-1:2j])
    end
    return y
end

x = [1.0 2 3 0 1; 4 5 6 1 2; 7 8 9 2 0; 0 1 3 5 1; 2 0 1 1 4]
y = conv2(x, [1.0 -1; 0 2])
p = maxpool(y)
`;

describe.each([
  ['cpp', cpp, 'y[i][j] +=', 'std::max(', 'Mat y(x.size() / 2'],
  ['csharp', csharp, 'y[i, j] +=', 'Math.Max', 'y[i, j] = Math'],
  ['go', go, 's += x', 'x[2*i][2*j]', 'len(x)/2'],
  ['julia', julia, 'y[i, j] = sum', 'y[i, j] = max', 'y = zeros(div'],
])('%s', (languageId, text, convolved, ...pooled) => {
  it('the cursor in the function of a convolution above that of a pooling', () => {
    const opened = layer({ text, languageId, cursor: text.indexOf(convolved) });
    expect(opened).toMatchObject({ operation: 'conv_forward', roles: { w: { values: [1, -1, 0, 2] } } });
  });

  it.each(pooled)('the cursor at %s', (words) => {
    expect(layer({ text, languageId, cursor: text.indexOf(words) }).operation).toBe('pool_forward');
  });
});

it('a class of tests that nothing names is run by its framework', () => {
  const text = `class PoolTest {
  static double[][] averagePool(double[][] in) {
    double[][] out = new double[in.length / 2][in[0].length / 2];
    for (int i = 0; i < out.length; i++)
      for (int j = 0; j < out[0].length; j++)
        out[i][j] = (in[2 * i][2 * j] + in[2 * i][2 * j + 1] + in[2 * i + 1][2 * j] + in[2 * i + 1][2 * j + 1]) / 4;
    return out;
  }
  @Test void pools() {
    double[][] in = {{1, 2, 3, 4}, {5, 6, 7, 8}};
    double[][] out = averagePool(in);
  }
}
`;
  expect(layer({ text, languageId: 'java', cursor: text.indexOf('out[i][j]') })).toMatchObject({
    operation: 'pool_forward',
    roles: { x: { values: [1, 2, 3, 4, 5, 6, 7, 8] } },
  });
});
