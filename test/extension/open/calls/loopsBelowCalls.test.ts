/** A cursor in a loop of a text that calls a layer as well: the loop's own layer opens, not the call above it. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

const TEXTS: Readonly<Record<string, string>> = {
  python:
    'import numpy as np\nfrom scipy.signal import convolve2d\nimg = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3], [4, 5, 6, 7]])\nk = np.array([[1, 0], [0, -1]])\n' +
    'y1 = convolve2d(img, k, "valid")\n\nout = np.zeros((2, 2))\nfor i in range(2):\n    for j in range(2):\n        patch = img[2*i:2*i+2, 2*j:2*j+2]\n        out[i, j] = patch.max()\nprint(out)\n',
  matlab:
    "img = [1 2 3 4; 5 6 7 8; 9 1 2 3; 4 5 6 7];\nk = [1 0; 0 -1];\ny1 = conv2(img, k, 'valid');\n\nout = zeros(2, 2);\nfor i = 1:2\n    for j = 1:2\n" +
    '        patch = img(2*i-1:2*i, 2*j-1:2*j);\n        out(i, j) = max(patch(:));\n    end\nend\ndisp(out)\n',
  r:
    'library(torch)\nimg <- matrix(c(1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7), nrow=4, byrow=TRUE)\nk <- matrix(c(1,0,0,-1), nrow=2)\nx <- torch_tensor(img)$view(c(1,1,4,4))\n' +
    'y1 <- nnf_conv2d(x, torch_tensor(k)$view(c(1,1,2,2)))\n\nout <- matrix(0, 2, 2)\nfor (i in 1:2) {\n  for (j in 1:2) {\n    patch <- img[(2*i-1):(2*i), (2*j-1):(2*j)]\n    out[i, j] <- max(patch)\n  }\n}\nprint(out)\n',
  julia:
    'using NNlib\nimg = [1 2 3 4; 5 6 7 8; 9 1 2 3; 4 5 6 7]\nk = [1 0; 0 -1]\ny1 = conv(reshape(Float32.(img), 4, 4, 1, 1), reshape(Float32.(k), 2, 2, 1, 1))\n\n' +
    'out = zeros(2, 2)\nfor i in 1:2, j in 1:2\n    patch = img[2i-1:2i, 2j-1:2j]\n    out[i, j] = maximum(patch)\nend\nprintln(out)\n',
};

it.each(Object.keys(TEXTS))('%s: the loop, and the printed result of the loop, are a pooling', (languageId) => {
  const text = TEXTS[languageId]!;
  const at = (part: string) => layer({ text, languageId, cursor: text.indexOf(part) }).operation;
  expect(['y1', 'patch', '(out)'].map(at)).toEqual(['conv_forward', 'pool_forward', 'pool_forward']);
});

it.each(['python', 'matlab'])(
  '%s: cells that are written one by one are a pooling, at the cursor and alone',
  (languageId) => {
    const text = TEXTS[languageId]!;
    const cells = [0, 1, 2, 3].map((at) => {
      const [row, column] = [at >> 1, at & 1];
      return languageId === 'python'
        ? `out[${row}, ${column}] = img[${2 * row}:${2 * row + 2}, ${2 * column}:${2 * column + 2}].max()\n`
        : `out(${row + 1},${column + 1}) = max(max(img(${2 * row + 1}:${2 * row + 2}, ${2 * column + 1}:${2 * column + 2})));\n`;
    });
    const written = text.replace(/for[^]*(?=print|disp)/, cells.join(''));
    const at = (part: string) => layer({ text: written, languageId, cursor: written.indexOf(part) }).operation;
    expect(['y1', cells[0]!, cells[3]!].map(at)).toEqual(['conv_forward', 'pool_forward', 'pool_forward']);
    const alone = written.replace(/^y1.*$/m, '');
    for (const all of [written, alone]) expect(layer({ text: all, languageId }).operation).toBe('pool_forward');
  },
);

it('a loop that computes another function is refused; one that only reads opens the call', () => {
  const text = TEXTS['python']!.replace('patch.max()', 'patch[0, 1] ** 3');
  expect(refusal({ text, languageId: 'python', cursor: text.indexOf('patch') })[0]).toBe(
    'the loop at the cursor computes no layer that can be shown',
  );
  const prints = text.replace('out[i, j] = ', 'print(').replace('** 3', '** 3)').replace('print(out)', '');
  expect(layer({ text: prints, languageId: 'python', cursor: prints.indexOf('patch') }).operation).toBe('conv_forward');
});

it('a function that reads its kernel from the module computes a convolution', () => {
  const text = `${TEXTS['python']!.slice(0, TEXTS['python']!.indexOf('y1'))}def convolve(m):\n    out = np.zeros((3, 3))\n    for i in range(3):\n        for j in range(3):\n            out[i, j] = (m[i:i+2, j:j+2] * k).sum()\n    return out\n\nres = convolve(img)\n`;
  expect(layer({ text, languageId: 'python' })).toMatchObject({ operation: 'conv_forward', options: { padding: 0 } });
});

it('an image that other code of JavaScript computes with opens no layer with a filter that the text does not have', () => {
  const text =
    'let image = [[1, 0, 1], [0, 1, 0], [1, 0, 1]];\nlet f11 = Math.random();\nlet z11 = image[0][0] * f11 + image[1][1];\n';
  expect(openText({ text, languageId: 'javascript' }).kind).toBe('array');
});

it.each([
  ['y = np.zeros(4)\nfor i in range(4):\n    y[i] = np.sum(x[i:i+2] * w)\n', 0, [1, -1]],
  ['y = np.array([np.sum(x[i:i+2] * w) for i in range(4)])\n', 0, [1, -1]],
  ['y = np.zeros(6)\nfor i in range(5):\n    for j in range(2):\n        y[i + j] += x[i] * w[j]\n', 1, [-1, 1]],
])('a loop over a sequence is a convolution: %j', (loop, pad, w) => {
  const text = `import numpy as np\nx = np.array([1, 2, 3, 5, 4])\nw = np.array([1, -1])\n${loop}print(y)\n`;
  expect(layer({ text, languageId: 'python' })).toMatchObject({
    operation: 'conv_forward',
    options: { padding: [0, pad] },
    roles: { x: { values: [1, 2, 3, 5, 4] }, w: { values: w } },
  });
});

it('two cells of a sequence, sums and products of matrices show no convolution', () => {
  const head = 'import numpy as np\nx = np.array([1, 2, 3])\nw = np.array([1, -1])\n';
  for (const code of [
    'y = np.array([np.sum(x[i:i+2] * w) for i in range(2)])\n',
    'y = np.cumsum(x) + w[0]\n',
    'y = np.array([[1, 2, 0], [0, 1, 1], [1, 0, 1]]) @ x\n',
  ])
    expect(openText({ text: head + code, languageId: 'python' }).kind).toBe('array');
});
