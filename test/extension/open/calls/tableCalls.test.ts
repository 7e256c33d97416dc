/** Layer calls of MATLAB and R on values that other calls, elements and pipes give. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

describe('MATLAB', () => {
  const script = [
    'A = [1 2 3 4; 5 6 7 8; 9 1 2 3; 4 5 6 7];',
    'K = [0 1 0; 1 -4 1; 0 1 0];',
    "L = conv2(A, K, 'same');",
    'L = L(2:3, 2:end);',
    '',
  ].join('\n');

  it('convolves a part of an earlier result', () => {
    const { roles } = layer({ text: `${script}Z = conv2(L, [1 2], 'valid')`, languageId: 'matlab' });
    // Rows 2 and 3 without the first column.
    expect(roles['x']).toMatchObject({ shape: [1, 2, 3, 1], values: [-9, -9, -18, 18, 9, 5] });
  });

  it('convolves with filters that are assigned one by one', () => {
    const text = [
      "X = dlarray(reshape(1:16, 4, 4, 1, 1), 'SSCB');",
      'W = zeros(2, 2, 1, 2);',
      'W(:, :, 1, 1) = [1 2; 3 4];',
      'W(:, :, 1, 2) = [5 6; 7 8]; % second',
      'Y = dlconv(X, W, 0);',
    ].join('\n');
    expect(layer({ text, languageId: 'matlab' }).roles['w']?.values).toEqual([1, 5, 2, 6, 3, 7, 4, 8]);
  });

  it.each([
    ['in a loop by an unknown function', 'A = [1 2; 3 4];\nfor k = 1:2\n  A(k, 1) = other(k);\nend\n'],
    ['with an index outside', 'A = [1 2; 3 4];\nA(3, 1) = 5;\n'],
    ['with an index that is not known', 'A = [1 2; 3 4];\nA(n, 1) = 5;\n'],
  ])('refuses an array that is assigned %s', (_, text) => {
    expect(openText({ text: `${text}Z = conv2(A, [1 1])`, languageId: 'matlab' }).kind).toBe('refused');
  });
});

it('sizes in a call that is not known are not an input', () => {
  const text = "x = Variable('x', wx);\nq = MaxPoolOp(x, [1,2,2,1], [1,3,4,1], 'SAME');\n";
  const opened = openText({ text, languageId: 'matlab', cursor: text.indexOf('q =') });
  expect(opened).toMatchObject({ kind: 'refused', message: 'MaxPoolOp is not supported' });
});

describe('Keras for R', () => {
  const x = 'x <- rbind(c(1., 2., 3., 4.),\n           c(5., 6., 7., 8.)) |> op_reshape(c(1, 2, 4, 1))\n';

  it('convolves with the weights that the layer is given', () => {
    const text = `${x}w <- array(c(1, 0, 0, 2), dim = c(2, 2, 1, 1))\nconv <- layer_conv_2d(filters = 1, kernel_size = c(2, 2), use_bias = FALSE,\n  weights = list(w))\ny <- as.array(conv(x))[1, , , 1]\n`;
    const { roles, operation } = layer({ text, languageId: 'r' });
    expect([operation, roles['w']?.values]).toEqual(['conv_forward', [1, 0, 0, 2]]);
  });

  it('pools with a layer that is made before', () => {
    const text = `${x}pool <- layer_max_pooling_2d(pool_size = c(2, 2),\n  strides = c(1, 2))\npool(x)\n`;
    const { roles, options } = layer({ text, languageId: 'r' });
    expect(roles['x']).toMatchObject({ shape: [1, 2, 4, 1], values: [1, 2, 3, 4, 5, 6, 7, 8] });
    expect(options).toMatchObject({ mode: 'max', kernel: [2, 2], stride: [1, 2], padding: 0 });
  });

  it('pools what a pipe gives', () => {
    const text = `${x}y <- x |>\n  layer_average_pooling_2d(pool_size = c(2, 2), strides = c(1, 1), padding = "same")\n`;
    const { roles, options } = layer({ text, languageId: 'r' });
    expect(roles['x']?.shape).toEqual([1, 2, 4, 1]);
    expect(options).toMatchObject({ mode: 'average', padding: 'same_upper', countIncludePad: false });
  });
});

it('a test of Julia calls the layer more than once, with named arguments', () => {
  const text = `x = reshape(Float64[1:24;], 6, 4, 1, 1)\nw = reshape(Float64[1:4;], 2, 2, 1, 1)\n@test dropdims(conv(x, w), dims=(3,4)) == [1 2]\n@test dropdims(conv(x, w; stride=2), dims=(3,4)) == [3 4]\n`;
  expect(layer({ text, languageId: 'julia' }).options).toMatchObject({ stride: 2 });
});

describe('documents', () => {
  it('have code in the items of lists', () => {
    const text =
      '- one\n  - ```python\n    import numpy as np\n    from scipy.signal import convolve2d\n    r = convolve2d(np.ones((3, 3)), np.array([[1, 2]]), mode="valid")\n    ```\n';
    expect(layer({ text, languageId: 'markdown' }).roles['w']?.values).toEqual([2, 1]);
  });

  it('name their tables in other languages', () => {
    const text =
      '\u4f8b\uff1a\n0 -1 0\n-1 4 -1\n0 -1 0\n\n\u5165\u529b\u753b\u50cf(3\u00d73)\n1 2 3\n4 5 6\n7 8 9\n\n\u30d5\u30a3\u30eb\u30bf\u30fc(2\u00d72)\n0 1\n1 0\n';
    const { operation, roles } = layer({ text, languageId: 'plaintext' });
    expect(operation).toBe('conv_forward');
    expect([roles['x']?.values.length, roles['w']?.values]).toEqual([9, [0, 1, 1, 0]]);
  });

  it('keep a result in comments below a blank line', () => {
    const text =
      'De figuur wordt gefilterd.\n\nk = np.array([[1., 0.], [0., 1.]])\n\nr = np.array([[1, 2, 3], [4, 5, 6]])\n\nc = convolutie(r, k)\n\n#[[6. 8.]]\n';
    expect(layer({ text, languageId: 'plaintext' }).roles['w']?.values).toEqual([1, 0, 0, 1]);
  });
});

describe('sessions of consoles in plain text', () => {
  it.each([
    [
      'octave:1> A = [1 2 3; 4 5 6; 7 8 9]\nA =\n\n   1   2   3\n   4   5   6\n   7   8   9\n\noctave:2> B = [1 1; 1 1];\noctave:3> conv2(A, B)\nans =\n\n    1    3    5    3\n',
      [1, 2, 3],
    ],
    [">> X = magic(3);\n>> K = [1 2; 3 4];\n>> Y = filter2(K, X, 'valid')\n\nY =\n\n    38    46\n", [8, 1, 6]],
    [
      'julia> using NNlib\n\njulia> x = reshape(Float32[1:4;], 2, 2, 1, 1);\n\njulia> maxpool(x, (2, 2))\n1\u00d71\u00d71\u00d71 Array{Float32, 4}:\n',
      [1, 2, 3],
    ],
    [
      '> library(torch)\n> x <- torch_tensor(array(1:4, dim = c(1, 1,\n+   2, 2)))\n> w <- torch_ones(1, 1, 2, 2)\n> nnf_conv2d(x, w, stride = 2)\ntorch_tensor\n',
      [1, 3, 2],
    ],
  ])('are read in their language: %s', (text, first) => {
    expect(layer({ text, languageId: 'plaintext' }).roles['x']?.values.slice(0, 3)).toEqual(first);
  });

  it('are not taken for sessions of Python', () => {
    const text =
      '>> import numpy as np\n>> w = np.array([[0.5, 0.25], [1, 2]])\n>> x = np.array([[1, 2], [3, 4]])\n>> print(np.sum(w * x))\n';
    expect(openText({ text, languageId: 'plaintext' }).kind).not.toBe('refused');
  });
});

describe('further forms', () => {
  it('conv of MATLAB has one axis, conv2 of two vectors is separable', () => {
    expect(layer({ text: 'y = conv([1, 2, 3], [1, 1])', languageId: 'matlab' }).roles['x']?.shape).toEqual([
      1, 1, 3, 1,
    ]);
    const { roles } = layer({ text: 'y = conv2([1; 0; -1], [1, 2, 1], [1, 2; 3, 4])', languageId: 'matlab' });
    expect(roles['w']?.values).toEqual([-1, -2, -1, 0, 0, 0, 1, 2, 1]);
  });

  it('NNlib has its options in DenseConvDims and PoolDims', () => {
    const head = 'x = reshape(collect(1.0:16.0), 4, 4, 1, 1)\nw = ones(2, 2, 1, 1)\n';
    const conv = `${head}cdims = DenseConvDims(x, w; stride=2, flipkernel=true)\ny = conv(x, w, cdims)`;
    expect(layer({ text: conv, languageId: 'julia' }).options).toMatchObject({ stride: 2 });
    const pool = `${head}pdims = PoolDims(size(x), (2, 2), padding=(1, 1), stride=(2, 2))\ny = maxpool(x, pdims)`;
    expect(layer({ text: pool, languageId: 'julia' }).options).toMatchObject({
      kernel: [2, 2],
      stride: [2, 2],
      padding: [1, 1],
    });
  });

  it('vectors with names of options are options', () => {
    const text =
      '{"input": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], "weight": [[1, 0], [0, 1]], "strides": [1, 1], "pads": [1, 1, 1, 1]}';
    const { operation, options } = layer({ text, languageId: 'json' });
    expect([operation, options]).toMatchObject(['conv_forward', { stride: 1, padding: 1 }]);
  });
});

it("FreeMat's session is read: its prompt is an arrow", () => {
  const text =
    "# conv2\n\nResponse:\n```\n--> A = [17 24 1; 23 5 7; 4 6 13]\n--> B = [1 3; 0 5]\n--> C = conv2(A, B, 'valid')\n\n120 165\n```\n";
  expect(layer({ text, languageId: 'markdown', cursor: text.indexOf('--> C') })).toMatchObject({
    operation: 'conv_forward',
    roles: { w: { values: [5, 0, 3, 1] } },
  });
});

it.each([
  ['library(EBImage)\n', '', { paddingMode: 'circular' }, [9, 8, 7, 6, 5, 4, 3, 2, 1]],
  ['', ', boundary = "replicate"', { paddingMode: 'replicate' }, [9, 8, 7, 6, 5, 4, 3, 2, 1]],
  ['library(gsignal)\n', '', { padding: { top: 1, bottom: 1, left: 1, right: 1 } }, undefined],
])('filter2 of R, with the package that the text names: %j%s', (library, further, options, w) => {
  const text = `${library}x <- matrix(1:16, 4, 4)\nk <- matrix(1:9, 3, 3, byrow = TRUE)\nfilter2(x, k${further})\n`;
  const request = { text, languageId: 'r' };
  if (w) expect(layer(request)).toMatchObject({ options, roles: { w: { values: w } } });
  else expect(openText(request)).toMatchObject({ kind: 'layer', roles: { x: { shape: [1, 3, 3, 1] } } });
});

it('filter2 of R without a package is not known', () => {
  const text = 'x <- matrix(1:16, 4, 4)\nk <- matrix(1:9, 3, 3)\nfilter2(x, k)\n';
  expect(openText({ text, languageId: 'r' })).toMatchObject({ kind: 'refused' });
});

it('convol2d of Scilab, with comments behind two slashes', () => {
  const text = 's = [1 2 1; 0 0 0; -1 -2 -1] // Sobel edges\nA = zeros(5, 5); A(2:4, 2:4) = 1\nC = convol2d(s, A);\n';
  expect(openText({ text, languageId: 'scilab' })).toMatchObject({
    kind: 'layer',
    options: { padding: { top: 4, bottom: 4, left: 4, right: 4 } },
    roles: { x: { values: [1, 2, 1, 0, 0, 0, -1, -2, -1] } },
  });
});
