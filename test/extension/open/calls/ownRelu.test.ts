/** Functions of C-like texts that have the name of a library's function: what they compute is read from their bodies. */
import { describe, expect, it } from 'vitest';
import { openText, type OpenedText } from '../../../../extension/session/openText';

const leaky = 'for (int i = 0; i < x.length; i++) y[i] = x[i] > 0 ? x[i] : 0.1 * x[i];';

describe('a function of the text named relu is not that of a library', () => {
  it.each([
    [
      'java',
      `public class Main {\n  static double[] relu(double[] x) {\n    double[] y = new double[x.length];\n    ${leaky}\n    return y;\n  }\n  public static void main(String[] args) {\n    double[] x = {1, -2, 3};\n    double[] y = relu(x);\n  }\n}\n`,
    ],
    [
      'java',
      'public class Net {\n  private static float[] relu(float[] x) throws Exception {\n    return scaled(x, 0.05f);\n  }\n  public static void main(String[] args) {\n    float[] x = {1f, -2f, 3f};\n    System.out.println(relu(x));\n  }\n}\n',
    ],
    [
      'csharp',
      `static class Ops {\n  public static double[] relu(double[] x) {\n    var y = new double[x.Length];\n    ${leaky.replace('length', 'Length')}\n    return y;\n  }\n}\nclass P {\n  static void Main() {\n    double[] x = { 1, -2, 3 };\n    var a = Ops.relu(x);\n  }\n}\n`,
    ],
    ['javascript', 'const relu = (x) => x.map((v) => Math.min(6, Math.max(0, v)));\nconst y = relu([1, -2, 8]);\n'],
    [
      'cpp',
      'vector<float> relu(const vector<float>& x) {\n  return clipped(x, 6.0f);\n}\nint main() {\n  vector<float> v = {1.f, -2.f, 8.f};\n  auto r = relu(v);\n}\n',
    ],
  ])('%s: %s', (languageId, text) => {
    expect(openText({ text, languageId }).kind).not.toBe('layer');
  });

  it('one that computes ReLU opens as that', () => {
    const text = `public class Main {\n  static double[] relu(double[] x) {\n    double[] y = new double[x.length];\n    ${leaky.replace('0.1 * x[i]', '0')}\n    return y;\n  }\n  public static void main(String[] args) {\n    double[] x = {1, -2, 3};\n    double[] y = relu(x);\n  }\n}\n`;
    expect(openText({ text, languageId: 'java' })).toMatchObject({ kind: 'layer', operation: 'relu_forward' });
  });
});

describe('the cursor at a function of a Python text that is named relu, below a convolution of the text', () => {
  const above =
    'import numpy as np\ndef conv2d(x, w):\n    out = np.zeros((3, 3))\n    for i in range(3):\n        for j in range(3):\n            out[i, j] = np.sum(x[i:i + 2, j:j + 2] * w)\n    return out\n';
  const below =
    'x = np.arange(16.).reshape(4, 4)\nw = np.array([[1., 0.], [0., -1.5]])\nz = conv2d(x - 7, w)\na = relu(z)\n';
  const opened = (body: string, at: string): OpenedText => {
    const text = `${above}def relu(x):\n    ${body}\n${below}`;
    return openText({ text, languageId: 'python', cursor: text.indexOf(at) });
  };

  it.each(['a = relu', 'return np.where'])('%s: not ReLU, so that nothing opens', (at) => {
    expect(opened('return np.where(x > 0, x, 0.1 * x)', at)).toMatchObject({
      kind: 'refused',
      message: 'relu of the text computes no layer that can be shown',
    });
  });

  it.each(['a = relu', 'return np.maximum'])('%s: ReLU opens', (at) => {
    expect(opened('return np.maximum(x, 0)', at)).toMatchObject({ kind: 'layer', operation: 'relu_forward' });
  });
});
