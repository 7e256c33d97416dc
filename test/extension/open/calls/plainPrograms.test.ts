/** Programs that compute no layer, layers in plain loops, and files of Windows, whose lines end with \r\n. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const head = 'import numpy as np\nnp.random.seed(1)\n';
const dense =
  `${head}X = np.array([[2., 3.]])\nT = np.array([[27., -30.]])\nW = np.array([[3., 5.], [4., 6.]])\nB = np.array([[1., 2.]])\n` +
  'for epoch in range(3):\n\tY = X @ W + B # 1\n\tYb = Y - T\n\tXb = Yb @ W.T\n\tWb = X.T @ Yb\n\tW = W - 0.01 * Wb\n\tB = B - 0.01 * Yb\n\tprint(Y)\n';
const fit = `${head}xs = np.random.uniform(-2, 0.5, 9)\nys = 2*xs**2 + 3*xs + 5\nprint(ys[:5])\n`;
const single = `${head}X = np.random.randint(5, size=(3, 3))\nW = np.random.randint(5, size=(3, 3))\nb = 0\ny = np.sum(X*W) + b\nyb = 3\nWb = yb*X\nXb = yb*W\nprint(Xb)\n`;

it.each([
  ['a dense layer and its gradients', dense],
  ['of one output', dense.replace('[[27., -30.]]', '[[27.]]').replace('[[3., 5.], [4., 6.]]', '[[3.], [5.]]')],
  ['points of a curve', fit],
  ['a product with a sum', single],
])('%s: no layer, also with the lines of Windows', (_, text) => {
  for (const each of [text, text.replaceAll('\n', '\r\n')]) expect(openText(python(each)).kind).toBe('array');
});

const loops =
  `${head}image = np.random.randint(5, size=(4, 4))\nfilter = np.random.randint(5, size=(3, 3, 2))\nout = np.zeros((2, 2, 2))\n` +
  'for fn in range(2):\n\tfor row in range(2):\n\t\tfor col in range(2):\n\t\t\twindow = image[row:row+3, col:col+3]\n' +
  '\t\t\tout[row, col, fn] = np.sum(window * \\\n\t\t\t\tfilter[:, :, fn])\nprint(out)\n';

it('filters (h, w, n) of one channel, in a file of Windows', () => {
  const opened = layer(python(loops.replaceAll('\n', '\r\n')));
  expect(opened).toMatchObject({ operation: 'conv_forward', roles: { w: { shape: [3, 3, 1, 2] } } });
});

it('gradients in loops have the roles of their names; the last window is not the result', () => {
  const text =
    `${head}X = np.random.randint(5, size=(4, 4))\nW = np.random.randint(5, size=(3, 3))\nYb = np.array([[1, -1], [-2, 1]])\nXb = np.zeros_like(X)\n` +
    'for row in range(2):\n    for col in range(2):\n        winXb = Xb[row:row+3, col:col+3]\n        winXb += Yb[row, col]*W\n';
  expect(layer(python(text))).toMatchObject({
    operation: 'conv_backward',
    roles: { x: { name: 'X' }, w: { shape: [3, 3, 1, 1] }, dZ: { shape: [1, 2, 2, 1] } },
  });
});

it('the reason is the image that is not read, not the filter', () => {
  const text =
    "import cv2\nimport numpy as np\nimage = cv2.imread('a.png')\nfilter = np.array([[1, 1], [1, 1]])/4\nout = np.zeros_like(image)\n" +
    'for i in range(image.shape[0]):\n    out[i, 0] = np.sum(image[i:i+2, 0:2]*filter)\n';
  expect(refusal(python(text))[0]).toContain('cv2.imread reads data that are not in the text');
});

const lists =
  'x = [[1, 2, 0, 4], [0, 1, 3, 1], [2, 2, 1, 0], [1, 0, 2, 5]]\nk = [[1, -1], [2, 0]]\nout = []\nfor i in range(3):\n    row = []\n    for j in range(3):\n';

it.each([
  [
    'sums',
    lists +
      '        s = 0\n        for a in range(2):\n            for b in range(2):\n                s += x[i + a][j + b] * k[a][b]\n        row.append(s)\n    out.append(row)\n',
    'conv_forward',
  ],
  [
    'maxima',
    lists +
      '        row.append(max(x[i][j], x[i][j + 1], x[i + 1][j], x[i + 1][j + 1]))\n    out.append(row)\nprint("max pooling", out)\n',
    'pool_forward',
  ],
  [
    'a comprehension',
    lists.split('out')[0] +
      'out = [[sum(x[i+a][j+b] * k[a][b] for a in range(2) for b in range(2)) for j in range(3)] for i in range(3)]\n',
    'conv_forward',
  ],
])('lists of lists without NumPy: %s', (_, text, operation) => {
  expect(layer(python(text))).toMatchObject({ operation, roles: { x: { name: 'x' } } });
});

it('a list that is made of parts of another one is not a filter', () => {
  const text =
    'm = [[1, 2], [3, 4]]\nt = []\nfor j in range(2):\n    t.append([m[i][j] for i in range(2)])\nprint(t)\n';
  expect(openText(python(text)).kind).toBe('array');
});

const seeded = `${head}x = np.random.randn(4, 6, 6, 2)[0]\n`;
const regions =
  'class MaxPool2:\n    def regions(self, image):\n        for i in range(3):\n            for j in range(3):\n                yield image[2*i:2*i+2, 2*j:2*j+2], i, j\n' +
  '    def forward(self, x):\n        self.x = x\n        out = np.zeros((3, 3, 2))\n        for part, i, j in self.regions(x):\n            out[i, j] = np.amax(part, axis=(0, 1))\n        return out\n' +
  '    def backprop(self, g):\n        d = np.zeros(self.x.shape)\n        for part, i, j in self.regions(self.x):\n            d[2*i:2*i+2, 2*j:2*j+2] += (part == part.max((0, 1))) * g[i, j]\n        return d\n';

it.each([
  ['pool_backward', `${seeded}${regions}p = MaxPool2()\ny = p.forward(x)\ndx = p.backprop(np.random.randn(3, 3, 2))\n`],
  [
    'relu_backward',
    `${head}def relu_backward(dA, Z):\n    return dA * (Z > 0)\nprint(relu_backward(np.ones((2, 3)), np.array([[-1., 2., 0.], [3., -4., 5.]])))\n`,
  ],
  [
    'conv_forward',
    `${head}class Layer:\n    def __init__(self, w):\n        self.w = w\n    def __call__(self, x):\n        return np.array([[np.sum(x[i:i+2, j:j+2] * self.w) for j in range(3)] for i in range(3)])\nprint(Layer(np.array([[1, 2], [0, -1]]))(np.arange(16).reshape(4, 4)))\n`,
  ],
  [
    'pool_forward',
    `${head}def avgpool(x, k, s, p):\n    x = np.pad(x, p)\n    return np.array([[x[i:i+k, j:j+k].mean() for j in range(0, 5, s)] for i in range(0, 5, s)])\nprint(avgpool(np.random.randn(4, 4), 2, 2, 1))\n`,
  ],
])('functions and methods of a program by their results: %s', (operation, text) => {
  expect(layer(python(text)).operation).toBe(operation);
});

it('a text that begins with a blank line and then only has indented code is read to its end', () => {
  expect(openText(python('\n    y = F.conv2d(x, w)\n')).kind).toBe('refused');
  expect(openText({ text: '\n  np.array([[1]])\n  conv2d(a)\n', languageId: 'markdown' }).kind).toBe('refused');
});

it('what a loop over the result leaves in its variables is not an array of the layer', () => {
  const text =
    'constexpr int N = 4;\nstatic const float src[N][N] = {{1, 2, 3, 4}, {5, 7, 8, 6}, {4, 3, 9, 1}, {0, 2, 5, 8}};\n' +
    'static const float ker[2][2] = {{0.5f, -1}, {2, 0.25f}};\nstatic float dst[3][3];\nint main() {\n' +
    '  for (int y = 0; y < 3; ++y)\n    for (int x = 0; x < 3; ++x) {\n      float acc = 0;\n      for (int v = 0; v < 2; ++v)\n' +
    '        for (int u = 0; u < 2; ++u) acc += src[y + v][x + u] * ker[v][u];\n      dst[y][x] = acc;\n    }\n' +
    '  for (auto& row : dst) {\n    for (float p : row) printf("%7.3f", p);\n    printf("\\n");\n  }\n}\n';
  expect(layer({ text, languageId: 'cpp' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { name: 'src', shape: [1, 4, 4, 1] }, w: { name: 'ker', values: [0.5, -1, 2, 0.25] } },
  });
});

it('a function of Julia makes its arrays with the type of another one', () => {
  const text =
    'function xcorr(A, w; s=1)\n  kh, kw = size(w)\n  m, n = div(size(A, 1) - kh, s) + 1, div(size(A, 2) - kw, s) + 1\n' +
    '  B = zeros(promote_type(eltype(A), eltype(w)), m, n)\n  for i in 1:m, j in 1:n\n' +
    '    B[i, j] = sum(A[(i-1)*s+1:(i-1)*s+kh, (j-1)*s+1:(j-1)*s+kw] .* w)\n  end\n  return B\nend\n' +
    'A = [2 0 1 3 1; 1 4 0 2 2; 0 1 5 1 0; 3 2 1 0 4; 1 0 2 3 1]\nw = [1 0 1; 0 2 0; -1 0 1]\nB = xcorr(A, w; s=2)\n';
  expect(layer({ text, languageId: 'julia' })).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 2, padding: 0 },
    roles: { x: { shape: [1, 5, 5, 1] } },
  });
});

it.each(['zip', 'list', 'sum'])('a function of a program keeps its name %s, which is one of Python', (name) => {
  const text =
    `const data = [[1, 2, 3, 0], [4, 5, 6, 1], [7, 8, 9, 2], [0, 1, 2, 3]];\nconst ker = [[1, 0], [0, -1]];\nfunction ${name}(a, k) {\n` +
    '  const out = [];\n  for (let i = 0; i < 3; i++) {\n    const row = [];\n    for (let j = 0; j < 3; j++) {\n      let s = 0;\n' +
    '      for (let u = 0; u < 2; u++) for (let v = 0; v < 2; v++) s += a[i + u][j + v] * k[u][v];\n      row.push(s);\n    }\n' +
    `    out.push(row);\n  }\n  return out;\n}\nconsole.log(${name}(data, ker));\n`;
  expect(layer({ text, languageId: 'javascript' }).assumptions).toEqual([`${name}(data, ker) computes a convolution`]);
});
