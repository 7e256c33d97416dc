/** Go's typed arrays, Julia's views, TypeScript's options and R's chunks of a document, in programs that compute a layer. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { layer } from '../../../../extension/open/requests';

it.each([
  [
    'arrays of fixed sizes',
    'in := [3][4]float64{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 8, 7, 6}}\n\tk := [...][2]float64{{1, 0}, {0, -1}}',
  ],
  [
    'variables that begin with zeros',
    'var in [3][4]float64\n\tfor i := range in {\n\t\tfor j := range in[i] {\n\t\t\tin[i][j] = float64(i*j*j + i)\n\t\t}\n\t}\n\tvar k [2][2]float64\n\tk[0][0] = 1\n\tk[1][1] = -1',
  ],
])('go: %s', (_, declared) => {
  const loops =
    '\tvar out [2][3]float64\n\tfor i := 0; i < 2; i++ {\n\t\tfor j := 0; j < 3; j++ {\n\t\t\tvar sum float64\n\t\t\tfor m := 0; m < 2; m++ {\n\t\t\t\tfor n := 0; n < 2; n++ {\n\t\t\t\t\tsum += in[i+m][j+n] * k[m][n]\n\t\t\t\t}\n\t\t\t}\n\t\t\tout[i][j] = sum\n\t\t}\n\t}\n';
  const text = `package main\n\nfunc main() {\n\t${declared}\n${loops}}\n`;
  expect(parseArrays(text, { languageId: 'go' }).calls.at(-1)).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 1, padding: 0 },
    arrays: { A_prev: { shape: [1, 3, 4, 1] }, W: { data: new Float64Array([1, 0, 0, -1]) } },
  });
});

it.each([
  ['an object of options', 'opts: Options = {}', 'opts.stride ?? 1', 'opts.padding ?? 0'],
  ['parameters of these names', '{ stride = 1, padding = 0 }: Options = {}', 'stride', 'padding'],
])('typescript: %s', (_, parameter, stride, padding) => {
  const text = `type Matrix = number[][];
export function convolve(src: Matrix, kernel: Matrix, ${parameter}): Matrix {
  const s = ${stride};
  const p = ${padding};
  const rows = Math.floor((src.length + 2 * p - kernel.length) / s) + 1;
  const dst: Matrix = [];
  for (let y = 0; y < rows; y++) {
    const line: number[] = [];
    for (let x = 0; x < rows; x++) {
      let acc = 0;
      for (let i = 0; i < kernel.length; i++) {
        for (let j = 0; j < kernel.length; j++) {
          const [a, b] = [y * s + i - p, x * s + j - p];
          if (a >= 0 && a < src.length && b >= 0 && b < src.length) acc += src[a][b] * kernel[i][j];
        }
      }
      line.push(acc);
    }
    dst.push(line);
  }
  return dst;
}
const sprite = [[0, 0, 9, 0], [0, 9, 9, 0], [0, 0, 9, 0], [0, 9, 9, 9]];
const sharpen = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]];
console.log(convolve(sprite, sharpen, { padding: 1 }));
`;
  expect(parseArrays(text, { languageId: 'typescript' }).calls.at(-1)).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 1, padding: 1 },
  });
});

it('julia: a view is a part of the array, and a docstring is not code', () => {
  const text = `"""
    slide(x, k)

The "valid" sums of \`x\`.
"""
function slide(x, k; stride=1)
    kh, kw = size(k)
    out = zeros((size(x, 1) - kh) ÷ stride + 1, (size(x, 2) - kw) ÷ stride + 1)
    for j in axes(out, 2), i in axes(out, 1)
        r, c = (i - 1) * stride, (j - 1) * stride
        out[i, j] = dot(view(x, r+1:r+kh, c+1:c+kw), k)
    end
    return out
end
x = [1.0 2.0 0.0 1.0; 0.0 1.0 2.0 2.0; 4.0 0.0 1.0 0.0; 1.0 1.0 3.0 5.0]
k = [1.0 0.0; 0.0 -2.0]
y = slide(x, k, stride=2)
`;
  expect(parseArrays(text, { languageId: 'julia' }).calls.at(-1)).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 2, padding: 0 },
  });
});

it.each(['r', 'julia', 'matlab'])('%s: a cursor above the chunk with the call of the function opens the call', (id) => {
  const [defined, called] = {
    r: [
      'block <- function(x) {\n  out <- matrix(0, 2, 2)\n  for (i in 1:2) for (j in 1:2) out[i, j] <- max(x[(2 * i - 1):(2 * i), (2 * j - 1):(2 * j)])\n  out\n}',
      'x <- matrix(c(3, 1, 2, 0, 5, 4, 6, 1, 0, 2, 8, 7, 1, 9, 3, 2), 4)\nblock(x)',
    ],
    julia: [
      'function block(x)\n  out = zeros(2, 2)\n  for i in 1:2, j in 1:2\n    out[i, j] = maximum(x[2i-1:2i, 2j-1:2j])\n  end\n  return out\nend',
      'x = [3 1 2 0; 5 4 6 1; 0 2 8 7; 1 9 3 2]\nblock(x)',
    ],
    matlab: [
      'function out = block(x)\n  out = zeros(2, 2);\n  for i = 1:2\n    for j = 1:2\n      w = x(2*i-1:2*i, 2*j-1:2*j);\n      out(i, j) = max(w(:));\n    end\n  end\nend',
      'x = [3 1 2 0; 5 4 6 1; 0 2 8 7; 1 9 3 2];\ny = block(x);',
    ],
  }[id]!;
  const text = `# Pooling\n\n\`\`\`{${id}}\n${defined}\n\`\`\`\n\nThe counts of four boxes.\n\n\`\`\`{${id}}\n${called}\n\`\`\`\n`;
  for (const at of ['block', 'The counts']) {
    const opened = layer({ text, languageId: 'markdown', cursor: text.indexOf(at) });
    expect(opened).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 } });
  }
});
