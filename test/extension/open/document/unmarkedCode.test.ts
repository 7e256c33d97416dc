/** Code of other languages than Python that nothing marks: between words, in fences and in HTML without a language. */
import { describe, expect, it } from 'vitest';
import { codeLanguage } from '../../../../core/read/documents/codeLanguage';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

const MATLAB = "A = [1 2 3; 4 5 6; 7 8 10];\nB = [1 2; 0 -1];\nC = conv2(A, B, 'same')\n";
const C =
  'float in[3][3] = {{1,7,3},{5,0,7},{9,10,11}};\nfloat k[2][2] = {{1,2},{0,1}};\nfloat out[2][2];\n' +
  'for (int i = 0; i < 2; i++)\n  for (int j = 0; j < 2; j++) {\n    out[i][j] = 0;\n    for (int a = 0; a < 2; a++)\n' +
  '      for (int b = 0; b < 2; b++)\n        out[i][j] += in[i+a][j+b] * k[1-a][1-b];\n  }\n';
const JAVASCRIPT = 'const x = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);\nconst y = tf.maxPool(x, 2, 1, "valid");\n';
const R = 'x <- torch_tensor(array(1:4, dim = c(1, 1, 2, 2)))\nw <- torch_ones(1, 1, 2, 2)\ny <- nnf_conv2d(x, w)\n';

describe('code without a mark opens as its own language', () => {
  it.each([
    [
      'MATLAB between words, with its printed result',
      'plaintext',
      `How does conv2 work here? I have\n\n${MATLAB}\nand get\n\nC =\n\n   12   14\n`,
      [1, 2, 3, 4, 5, 6, 7, 8, 10],
      [-1, 0, 2, 1],
    ],
    [
      'MATLAB, indented in Markdown',
      'markdown',
      `Some words about it:\n\n${MATLAB.replace(/^/gm, '    ')}\nWhy?\n`,
      [1, 2, 3, 4, 5, 6, 7, 8, 10],
      [-1, 0, 2, 1],
    ],
    [
      'MATLAB in HTML',
      'html',
      `<p>My code:</p><pre><code>${MATLAB}</code></pre>`,
      [1, 2, 3, 4, 5, 6, 7, 8, 10],
      [-1, 0, 2, 1],
    ],
    [
      'loops of C that turn the kernel, with the names of Python and of a bias',
      'plaintext',
      `In C I wrote\n\n${C}\nWhy is it so slow?\n`,
      [1, 7, 3, 5, 0, 7, 9, 10, 11],
      [1, 0, 2, 1],
    ],
    [
      'R between words',
      'plaintext',
      `A sum in R with the library:\n\n${R}\nIs this right?\n`,
      [1, 3, 2, 4],
      [1, 1, 1, 1],
    ],
  ])('%s', (_, languageId, text, x, w) => {
    const { roles } = layer({ text, languageId });
    expect(roles['x']?.values).toEqual(x);
    expect(roles['w']?.values).toEqual(w);
  });

  it('JavaScript in a fence', () => {
    const text = `Why?\n\n\`\`\`\n${JAVASCRIPT}\`\`\`\n`;
    expect(layer({ text, languageId: 'markdown' })).toMatchObject({
      operation: 'pool_forward',
      options: { kernel: 2 },
    });
  });
});

it.each([
  [MATLAB, 'matlab'],
  ['A = [1 2; 3 4]; // a comment\nconv2(A, A)', 'scilab'],
  ['x = [4, 5; 7, 8];\ny = conv2d2(x, [1; 1]);\ndisp(y) // the result', 'scilab'],
  [C, 'cpp'],
  [JAVASCRIPT, 'javascript'],
  [R, 'r'],
  ['julia> y = conv(x, w)', 'julia'],
  ['let mut y = vec![0.0; 4];\nconv(&x, &mut y);', 'rust'],
  ['x := []float64{1, 2}\ny := Conv(x)', 'go'],
  ['float[][] x = {{1, 2}};\nconv(x);', 'java'],
  ['let x = Tensor([1, 2])\nXCTAssertEqual(x.pool(), y)', 'swift'],
  ['import numpy as np\nx = np.ones((2, 2));\nconv2(x, x);', undefined],
  ['x = [[1, 2], [3, 4]]\nfor row in x:\n    print(row)', undefined],
  ['The stride is 2; the padding (same) is 1.', undefined],
  ["A = randn(5, 5);\nB = randi(9, 3);\nC = conv2(A, B, 'full');", 'matlab'],
])('%s is %s', (text, languageId) => expect(codeLanguage(text)).toBe(languageId));

it.each([
  ['cpp', C.replace(/ {4}for[^]*/, '    out[i][j] = in[i][j] * k[0][0] - k[1][1];\n  }\n')],
  ['matlab', 'x = [1 7 3; 5 0 7];\nk = [1 2; 0 3];\nfor i = 1:2\n  y(i) = x(i, 1) * k(1, 1) - k(2, 2);\nend\n'],
  ['r', 'x <- matrix(1:9, nrow = 3)\nk <- matrix(1:4, nrow = 2)\nfor (i in 1:2) y[i] <- x[i, 1] * k[1, 1] - k[2, 2]\n'],
])('arrays that a program of %s uses otherwise are no layer', (languageId, text) => {
  expect(openText({ text, languageId }).kind).toBe('array');
});

it('an object that is declared in C++ is not called by its name', () => {
  const text = 'Matrix x{{1, 2}, {3, 4}};\nLayerConvolution2D conv2d(5, 5, 1, 3, 3, 1);\nconv2d.forward(x, y);';
  expect(refusal({ text, languageId: 'cpp' })[0]).toMatch(/^conv2d.forward is not supported in C\+\+ code/);
});

it('of an image with one plane the first axis is that of the channels', () => {
  const text =
    'Input: x = [[[1, 2, 5], [3, 4, 0], [6, 7, 8]]], kernel_size=2, stride=1\nOutput: [[[4, 5], [7, 8]]]\n\nMax pooling.';
  expect(layer({ text, languageId: 'plaintext', operation: 'pooling' }).roles['x']?.shape).toEqual([1, 3, 3, 1]);
});
