/** Functions in the arguments of layer calls of MATLAB, Julia and R. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

function opened(languageId: string, text: string) {
  const result = openText({ text, languageId });
  if (result.kind !== 'layer') throw new Error(result.kind === 'refused' ? result.message : 'arrays');
  return result;
}

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 4) as number);

describe("fspecial: the kernels of MATLAB's documentation", () => {
  it.each<[string, number[], number[]]>([
    ["'gaussian', [3 3], 0.5", [3, 3], [0.0113, 0.0838, 0.0113, 0.0838, 0.6193, 0.0838, 0.0113, 0.0838, 0.0113]],
    ["'average', [2 3]", [2, 3], Array<number>(6).fill(1 / 6)],
    ["'sobel'", [3, 3], [1, 2, 1, 0, 0, 0, -1, -2, -1]],
    ["'prewitt'", [3, 3], [1, 1, 1, 0, 0, 0, -1, -1, -1]],
    ["'laplacian', 0.2", [3, 3], [0.1667, 0.6667, 0.1667, 0.6667, -3.3333, 0.6667, 0.1667, 0.6667, 0.1667]],
    ["'unsharp'", [3, 3], [-0.1667, -0.6667, -0.1667, -0.6667, 4.3333, -0.6667, -0.1667, -0.6667, -0.1667]],
    ["'log', 3, 0.5", [3, 3], [0.4038, 0.8021, 0.4038, 0.8021, -4.8233, 0.8021, 0.4038, 0.8021, 0.4038]],
  ])('%s', (args, shape, values) => {
    const { roles } = opened('matlab', `I = magic(6);\nJ = imfilter(I, fspecial(${args}), 'full');\n`);
    expect(roles['w']!.shape).toEqual([...shape, 1, 1]);
    expect(roles['w']!.values).toEqual(close(values));
  });

  it('others are refused', () => {
    expect(openText({ text: "J = imfilter(magic(4), fspecial('disk', 5));", languageId: 'matlab' }).kind).toBe(
      'refused',
    );
  });
});

describe('random arrays have the shape of the language, and are stated', () => {
  it.each<[string, string, number[], number[], string]>([
    ['matlab', 'C = conv2(rand(3), rand(2, 4))', [1, 3, 3, 1], [2, 4, 1, 1], 'rand draws from MATLAB'],
    ['matlab', 'C = conv2(randn([5 4]), randi(9, 2))', [1, 5, 4, 1], [2, 2, 1, 1], 'randn draws from MATLAB'],
    [
      'julia',
      'x = rand(Float32, 4, 5, 1, 1)\nw = randn(2, 3, 1, 1)\ny = NNlib.conv(x, w)',
      [1, 5, 4, 1],
      [3, 2, 1, 1],
      'rand draws from Julia',
    ],
    [
      'julia',
      'using NNlib\nx = randn(Float32, 4, 5, 1, 1)\nw = ones(Float32, 2, 3, 1, 1)\ny = conv(x, w, DenseConvDims(x, w; stride = 2))',
      [1, 5, 4, 1],
      [3, 2, 1, 1],
      'randn draws from Julia',
    ],
    [
      'r',
      'x <- torch_randn(1, 1, 4, 5)\ny <- nnf_conv2d(x, torch_ones(1, 1, 2, 2, dtype = torch_float()))',
      [1, 4, 5, 1],
      [2, 2, 1, 1],
      'torch_randn draws from R',
    ],
    [
      'r',
      'x <- array(rnorm(16), dim = c(1, 1, 4, 4))\ny <- nnf_conv2d(x, torch_ones(1, 1, 2, 2))',
      [1, 4, 4, 1],
      [2, 2, 1, 1],
      'rnorm draws from R',
    ],
  ])('%s: %s', (languageId, text, x, w, statement) => {
    const { roles, assumptions } = opened(languageId, text);
    expect([roles['x']!.shape, roles['w']!.shape]).toEqual([x, w]);
    expect(assumptions).toContainEqual(expect.stringContaining(statement));
    expect(new Set(roles['x']!.values).size).toBe(roles['x']!.values.length);
  });

  it('the same variable has the same numbers in two calls', () => {
    const text = 'A = rand(4);\nB = conv2(A, [1 2]);\nC = conv2(A, [1; 2]);\n';
    const first = openText({ text, languageId: 'matlab', cursor: 20 });
    const last = openText({ text, languageId: 'matlab' });
    if (first.kind !== 'layer' || last.kind !== 'layer') throw new Error('refused');
    expect(first.roles['x']!.values).toEqual(last.roles['x']!.values);
  });
});

describe("Julia's imfilter", () => {
  it('correlates with replicated borders', () => {
    const text = 'img = [1.0 2 3; 4 5 6; 7 8 9]\nimfilter(img, centered([0 1 0; 1 -4 1; 0 1 0]))\n';
    const { options, roles } = opened('julia', text);
    expect(options).toMatchObject({ paddingMode: 'replicate' });
    expect(roles['w']!.values).toEqual([0, 1, 0, 1, -4, 1, 0, 1, 0]);
  });

  it.each(['Kernel.gaussian(3)', '[0 1 0; 1 -4 1; 0 1 0]', 'centered([1 2; 3 4])'])('%s is refused', (kernel) => {
    const text = `img = [1.0 2 3; 4 5 6; 7 8 9]\nimfilter(img, ${kernel})\n`;
    expect(openText({ text, languageId: 'julia' }).kind).toBe('refused');
  });
});

it.each(['ndimage.gaussian_filter(x, sigma=1)', 'ndimage.minimum_filter(x, size=2)', 'cv2.medianBlur(x, 3)'])(
  '%s is refused: no other layer is opened for it',
  (call) => {
    const text = `import numpy as np\nimport cv2\nfrom scipy import ndimage\nx = np.arange(16.0).reshape(4, 4)\ny = ${call}\n`;
    expect(openText({ text, languageId: 'python' })).toMatchObject({ kind: 'refused' });
  },
);

describe('the cursor on a call opens the call, not a literal among its arguments', () => {
  it.each<[string, string, number[]]>([
    ['matlab', 'A = magic(4);\nB = conv2(A, [1 2§ 3]);\nC = conv2(A, [1; 2]);\n', [1, 3, 1, 1]],
    ['matlab', 'A = magic(4);\nB = conv2(A, [1 2 3]);\nC = §conv2(A, [1; 2]);\n', [2, 1, 1, 1]],
    ['julia', 'A = [1 2 3; 4 5 6; 7 8 9]\nB = conv(A, [0§ 1; 1 0])\nx = [1 2; 3 4]\n', [2, 2, 1, 1]],
  ])('%s: %s', (languageId, marked, shape) => {
    const opened = openText({ text: marked.replace('§', ''), languageId, cursor: marked.indexOf('§') });
    expect(opened).toMatchObject({ kind: 'layer', roles: { w: { shape } } });
  });
});

it.each<[string, string, number[]]>([
  [
    'julia',
    'x = reshape(Float64[1:20;], 5, 4, 1, 1)\nw = reshape(Float64[1:4;], 2, 2, 1, 1)\n@test dropdims(conv(x, w), dims = (3,4)) == [1 2]',
    [1, 2, 3, 4, 5, 6],
  ],
  [
    'r',
    'x <- torch_tensor(matrix(1:16, 4, 4, byrow = TRUE), dtype = torch_float())$view(c(1, 1, 4, 4))\nnnf_conv2d(x, torch_ones(c(1, 1, 3, 3)))',
    [1, 2, 3, 4, 5, 6],
  ],
])('%s: ranges in brackets, and new shapes of tensors', (languageId, text, first) => {
  expect(opened(languageId, text).roles['x']!.values.slice(0, 6)).toEqual(first);
});

it.each<[string, string, Record<string, unknown>]>([
  ['matlab', "B = imfilter([1 2 3; 4 5 6; 7 8 9], ones(3) / 9, 'replicate')", { paddingMode: 'replicate' }],
  ['matlab', "B = imfilter([1 2 3; 4 5 6; 7 8 9], ones(3) / 9, 'circular', 'conv')", { paddingMode: 'circular' }],
  [
    'matlab',
    "L = conv2(padarray(magic(4), [1 2]), ones(3), 'valid')",
    { padding: { top: 0, bottom: 0, left: 0, right: 0 } },
  ],
])('%s: %s', (languageId, text, options) => {
  expect(opened(languageId, text).options).toMatchObject(options);
});

it.each<[string, string, number[], number[]]>([
  ['matlab', 'C = conv2([1:3; 4:6], ones(1), "valid")', [2, 3], [1, 2, 3, 4, 5, 6]],
  ['matlab', "C = conv2([1:2; 3:4]', ones(1))", [2, 2], [1, 3, 2, 4]],
  [
    'matlab',
    'r = [1 2];\nC = conv2([zeros(1, 3); r - 1, 5; 3 -4 2 * 3], ones(1))',
    [3, 3],
    [0, 0, 0, 0, 1, 5, 3, -4, 6],
  ],
  ['octave', 'C = conv2([1:2, 9; 4:6], ones(1))', [2, 3], [1, 2, 9, 4, 5, 6]],
  ['julia', 'a = [1 2]\nC = DSP.conv([a; 2a[1] 5 6 - 2a], [1 1])', [], []],
  ['julia', 'a = [1 2]\nC = DSP.conv([a 3; 4 a], ones(1, 1))', [2, 3], [1, 2, 3, 4, 1, 2]],
])('brackets join expressions, %s: %s', (languageId, text, shape, values) => {
  const result = openText({ text, languageId });
  if (shape.length === 0) expect(result.kind).toBe('refused');
  else expect(result).toMatchObject({ roles: { x: { shape: [1, ...shape, 1], values } } });
});

it.each([
  ['', { padding: { top: 1, left: 1 }, paddingMode: 'replicate' }],
  [', Fill(0)', { padding: { top: 1, left: 1 } }],
  [', "reflect"', { paddingMode: 'reflect' }],
  [', Pad(:circular)', { paddingMode: 'circular' }],
  [', Inner()', { padding: { top: 0, bottom: 0, left: 0, right: 0 } }],
])("borders of Julia's imfilter: %s", (border, options) => {
  const text = `k = centered([0 1 0; 1 -4 1; 0 1 0])\nB = imfilter([1 2 3; 4 5 6; 7 8 9], k${border})`;
  expect(opened('julia', text).options).toMatchObject(options);
  expect(openText({ text: text.replace(/k.*\)$/, 'k, "symmetric")'), languageId: 'julia' }).kind).toBe('refused');
});

it('padarray has zeros around', () => {
  const { x } = opened('matlab', "L = conv2(padarray([1 2; 3 4], [1 2]), ones(2), 'valid')").roles;
  expect([x!.shape, x!.values.slice(6, 12)]).toEqual([
    [1, 4, 6, 1],
    [0, 0, 1, 2, 0, 0],
  ]);
});

it.each([
  ["floor(size(k) / 2), 'replicate'", [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4]],
  ["[1 1], 'symmetric', 'both'", [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4]],
  ["[1 1], 'circular'", [4, 3, 4, 3, 2, 1, 2, 1, 4, 3, 4, 3, 2, 1, 2, 1]],
  ['[1 1], 9', [9, 9, 9, 9, 9, 1, 2, 9, 9, 3, 4, 9, 9, 9, 9, 9]],
])('padarray with %s', (rest, values) => {
  const text = `k = ones(3);\nL = conv2(padarray([1 2; 3 4], ${rest}), k, 'valid')`;
  expect(opened('matlab', text).roles['x']!.values).toEqual(values);
  expect(openText({ text: text.replace(rest, "[1 1], 'pre'"), languageId: 'matlab' }).kind).toBe('refused');
});

it.each([
  ['julia', 'x = ones(4, 4, 1, 1)\nw = ones(2, 2, 1, 1)\ny = conv(x, w, cdims)'],
  ['julia', 'x = ones(4, 4, 1, 1)\nw = ones(2, 2, 2, 1)\ny = conv(x, w; groups=2)'],
  ['julia', 'x = ones(4, 4, 1, 1)\ny = maxpool(x, pdims, 3)'],
])('an argument that is not read is not ignored, %s: %s', (languageId, text) => {
  expect(openText({ text, languageId }).kind).toBe('refused');
});
