/** Forms of classes and functions of C-like languages, each in the shortest program that has it. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

function lastOf(text: string, languageId: string) {
  const call = parseArrays(text, { languageId }).calls.at(-1);
  if (!call) return undefined;
  const [x] = Object.values(arraysOfCall(call));
  return { operation: call.operation, options: call.options, x: x!.shape.join(' ') };
}

/** Loops of a convolution of 9 numbers by 3, with a stride of 2. */
const STRIDED = { operation: 'conv_forward', options: { stride: [1, 2] }, x: '1 1 9 1' };

describe('forms of classes', () => {
  it.each([
    [
      'kotlin',
      'a test between backticks, membership in indices, options in an object',
      `data class Options(val stride: Int = 1, val padding: Int = 0)
class Conv(private val w: DoubleArray, private val o: Options = Options()) {
  fun forward(x: DoubleArray): DoubleArray {
    val out = DoubleArray((x.size + 2 * o.padding - w.size) / o.stride + 1)
    for (i in out.indices) for (k in w.indices) {
      val j = i * o.stride + k - o.padding
      if (j in x.indices) out[i] += x[j] * w[k]
    }
    return out
  }
}
class ConvTest {
  @Test
  fun \`stride two\`() {
    val y = Conv(doubleArrayOf(1.0, 2.0, 1.5), Options(stride = 2, padding = 1)).forward(doubleArrayOf(1.0, 0.0, 3.0, -2.0, 4.0, 2.0, -1.0, 5.0, 3.0))
  }
}
`,
      STRIDED,
    ],
    [
      'rust',
      'Vec::with_capacity, default and a structure without fields',
      `#[derive(Default)]
struct Conv;
impl Conv {
  fn run(&self, x: &[f64], w: &[f64]) -> Vec<f64> {
    let mut out: Vec<f64> = Vec::with_capacity(4);
    for i in 0..4 {
      let mut sum = 0.0;
      for k in 0..3 { sum += w[k] * x[2 * i + k]; }
      out.push(sum);
    }
    out
  }
}
#[test]
fn four_windows() {
  let y = Conv.run(&[1.0, 0.0, 3.0, -2.0, 4.0, 2.0, -1.0, 5.0, 3.0], &[1.0, -1.0, 2.0]);
  assert_eq!(y.len(), 4);
}
`,
      STRIDED,
    ],
    [
      'cpp',
      'a base class with its constructor, and a pointer to it',
      `#include <vector>
#include <memory>
class Layer { public: explicit Layer(int s) : stride(s) {} virtual std::vector<double> forward(const std::vector<double>& x) = 0; protected: int stride; };
class Conv : public Layer {
  std::vector<double> w;
 public:
  Conv(std::vector<double> k, int s) : Layer(s), w(k) {}
  std::vector<double> forward(const std::vector<double>& x) override {
    std::vector<double> y(4, 0.0);
    for (std::size_t i = 0; i < y.size(); ++i)
      for (std::size_t k = 0; k < w.size(); ++k) y[i] += w[k] * x[i * stride + k];
    return y;
  }
};
int main() {
  std::unique_ptr<Layer> conv = std::make_unique<Conv>(std::vector<double>{1, -1, 2}, 2);
  std::vector<double> y = conv->forward({1, 0, 3, -2, 4, 2, -1, 5, 3});
}
`,
      STRIDED,
    ],
    [
      'java',
      'a record, super and log messages',
      `class Base { protected final int stride; Base(int stride) { this.stride = stride; } }
class Conv extends Base {
  private static final Logger LOG = Logger.getLogger("conv");
  private final double[] w;
  Conv(double[] w, int stride) { super(stride); this.w = w; }
  double[] forward(double[] x) {
    double[] y = new double[(x.length - w.length) / stride + 1];
    for (int i = 0; i < y.length; i++) for (int k = 0; k < w.length; k++) y[i] += w[k] * x[i * stride + k];
    LOG.fine("done " + y.length);
    return y;
  }
  public static void main(String[] args) {
    double[] y = new Conv(new double[] {1, -1, 2}, 2).forward(new double[] {1, 0, 3, -2, 4, 2, -1, 5, 3});
  }
}
`,
      STRIDED,
    ],
    [
      'typescript',
      'a getter and a static function',
      `class Conv {
  constructor(private w: number[], private stride: number) {}
  get size(): number { return this.w.length; }
  static of(w: number[]): Conv { return new Conv(w, 2); }
  forward(x: number[]): number[] {
    const y: number[] = [];
    for (let i = 0; i + this.size <= x.length; i += this.stride) {
      let sum = 0;
      for (let k = 0; k < this.size; k++) sum += this.w[k] * x[i + k];
      y.push(sum);
    }
    return y;
  }
}
const y = Conv.of([1, -1, 2]).forward([1, 0, 3, -2, 4, 2, -1, 5, 3]);
`,
      STRIDED,
    ],
    [
      'swift',
      'labels of a function in any number, and the default of another parameter',
      `func conv(_ x: [Double], kernel w: [Double], stride: Int? = nil, offset: Int = 1, scale: Double = 1) -> [Double] {
  let s = stride ?? 2
  var y = [Double]()
  for i in 0..<((x.count - w.count) / s + 1) {
    var sum = 0.0
    for k in 0..<w.count { sum += scale * w[k] * x[i * s + k + offset] }
    y.append(sum)
  }
  return y
}
print(conv([1, 0, 3, -2, 4, 2, -1, 5, 3], kernel: [1, -1, 2], offset: 0))
`,
      STRIDED,
    ],
  ])('%s: %s', (language, _, text, expected) => {
    expect(lastOf(text, language)).toMatchObject(expected);
  });

  it('a class that computes something else opens nothing', () => {
    const text =
      'class Conv {\n  constructor(w) { this.w = w; }\n  forward(x) {\n    const y = [0, 0, 0];\n    for (let i = 0; i < 3; i++) for (let k = 0; k < 3; k++) y[i] += this.w[k] * x[i + k] * x[i];\n    return y;\n  }\n}\nconst y = new Conv([1, -1, 2]).forward([1, 0, 3, -2, 4, 2, -1, 5, 3]);\n';
    expect(lastOf(text, 'javascript')).toBeUndefined();
  });
});
