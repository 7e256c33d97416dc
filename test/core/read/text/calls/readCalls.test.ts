/** Layer calls of MATLAB, Julia and R. Expected numbers from scipy.signal 1.10 and PyTorch 1.13 on the same arrays. */
import { describe, expect, it } from 'vitest';
import { conv2d } from '../../../../../core/layer/conv2d';
import { pool2d } from '../../../../../core/layer/pool2d';
import type { NdArray } from '../../../../../core/array/NdArray';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall, type LayerCall } from '../../../../../core/read/LayerCall';

const MATRICES = 'A = [1 2 3; 4 5 6; 7 8 10];\nB = [1 2; 0 -1];\n';
const FULL = [1, 4, 7, 6, 4, 12, 14, 9, 7, 18, 21, 14, 0, -7, -8, -10];

function resultOf(text: string, languageId: string): number[] {
  const { calls, errors } = parseArrays(text, { languageId });
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(calls).toHaveLength(1);
  return Array.from(outputOf(calls[0]!).data);
}

function outputOf({ operation, arrays, options }: LayerCall): NdArray {
  switch (operation) {
    case 'conv_forward':
      return conv2d(arrays.A_prev, arrays.W!, arrays.b, options);
    case 'pool_forward':
      return pool2d(arrays.A_prev, options);
    default:
      throw new Error(operation);
  }
}

describe('MATLAB', () => {
  it.each([
    ['C = conv2(A, B);', FULL],
    ["C = conv2(A, B, 'full');", FULL],
    ["C = conv2(A, B, 'same');", [12, 14, 9, 18, 21, 14, -7, -8, -10]],
    ['C = conv2(A, B, "valid");', [12, 14, 18, 21]],
    ['D = A .^ 2;\nC = conv2(D, 2 ^ B(1, 1), "valid");', [2, 8, 18, 32, 50, 72, 98, 128, 200]],
    ["C = filter2(B, A, 'same');", [0, 2, 3, 6, 7, 6, 23, 28, 10]],
    ["Y = maxpool(dlarray(A, 'SS'), [2 2], 'Stride', 1);", [5, 6, 8, 10]],
    ["Y = avgpool(A, 2, 'Stride', [1 1]);", [3, 4, 6, 7.25]],
  ])('%s', (call, expected) => {
    expect(resultOf(MATRICES + call, 'matlab')).toEqual(expected);
  });

  it('Scilab has another name for it', () => {
    expect(resultOf('A = [1 2 3; 4 5 6; 7 8 10];\nB = [1 2; 0 -1];\n[y, X, H] = conv2d2(A, B);', 'scilab')).toEqual(
      FULL,
    );
  });

  it('literals as arguments', () => {
    expect(resultOf("conv2([1 2 3; 4 5 6; 7 8 10], [1 2; 0 -1], 'valid')", 'matlab')).toEqual([12, 14, 18, 21]);
  });

  it('a true convolution is marked as one, a correlation is not', () => {
    const optionsOf = (call: string) => parseArrays(MATRICES + call, { languageId: 'matlab' }).calls[0]!.options;
    expect(optionsOf('C = conv2(A, B);')).toMatchObject({ kernelFlipped: true });
    expect(optionsOf('C = filter2(B, A);')).not.toHaveProperty('kernelFlipped');
  });

  it.each([
    ['A = A \\ B;\nC = conv2(A, B);', 'the argument A of conv2 could not be evaluated: A \\ B'],
    ['A = inv(B);\nC = conv2(A, B);', 'the argument A of conv2 could not be evaluated: inv(B)'],
    ['A(n, 1) = 5;\nC = conv2(A, B);', 'the argument A of conv2 is not known'],
    ['C = conv2(A, inv(A));', 'the argument inv(A) of conv2 is not known'],
    ["C = conv2(A, B, 'middle');", 'middle of conv2 is not supported'],
  ])('a value that is not certain is refused: %s', (call, message) => {
    const { calls, errors } = parseArrays(MATRICES + call, { languageId: 'matlab' });
    expect(calls).toEqual([]);
    expect(errors.map((error) => error.message)).toContain(message);
  });

  it('comments and function definitions are not calls', () => {
    expect(parseArrays(`${MATRICES}% conv2(A, B)\n`, { languageId: 'matlab' }).calls).toEqual([]);
  });
});

describe('Julia', () => {
  it('conv of DSP on matrices is the full convolution', () => {
    expect(resultOf('A = [1 2 3; 4 5 6; 7 8 10]\nB = [1 2; 0 -1]\nC = conv(A, B)', 'julia')).toEqual(FULL);
  });

  it('NNlib.conv on (W, H, C, N) turns the kernel, unless flipped = true', () => {
    const arrays = 'x = reshape([0,1,2,3,4,5,6,7,8], 3, 3, 1, 1)\nw = reshape([1,2,0,-1], 2, 2, 1, 1)\n';
    const correlated = [1, 0, -1, 1, -2, -1, 1, 3, 1, 5, 7, 6, 13, 21, 24, 9].map((value) => value - 1);
    expect(resultOf(`${arrays}y = NNlib.conv(x, w; pad=1, flipped=true)`, 'julia')).toEqual(correlated);
    const { calls } = parseArrays(`${arrays}y = NNlib.conv(x, w; pad=1)`, { languageId: 'julia' });
    expect(calls[0]!.options).toMatchObject({ kernelFlipped: true, padding: 1, stride: 1 });
    expect(Array.from(arraysOfCall(calls[0]!)['W']!.data)).toEqual([-1, 0, 2, 1]);
  });

  it('maxpool with a window of (width, height)', () => {
    const x = 'x = reshape([0,1,2,3,4,5,6,7,8,9,10,11], 4, 3, 1, 1)\n';
    expect(resultOf(`${x}y = maxpool(x, (2, 3))`, 'julia')).toEqual([9, 11]);
  });
});

describe('R', () => {
  const arrays =
    'x <- torch_tensor(array(c(0,3,6,1,4,7,2,5,8), dim = c(1,1,3,3)))\nw <- array(c(1,0,2,-1), dim = c(1,1,2,2))\n';

  it('nnf_conv2d with a bias', () => {
    expect(resultOf(`${arrays}y <- nnf_conv2d(x, torch_tensor(w), array(c(1), dim = 1), padding = 1)`, 'r')).toEqual([
      1, 0, -1, 1, -2, -1, 1, 3, 1, 5, 7, 6, 13, 21, 24, 9,
    ]);
  });

  it('named biases, transposed convolutions, and a definition in brackets', () => {
    const named = `${arrays}b <- array(c(1), dim = 1)\n`;
    expect(resultOf(`${named}y <- nnf_conv2d(x, w, bias = b)`, 'r')).toEqual([-1, 1, 5, 7]);
    const { calls } = parseArrays(`${named}y <- nnf_conv_transpose2d(x, w, bias = b, stride = 2)`, { languageId: 'r' });
    expect(calls[0]).toMatchObject({ operation: 'conv_transpose_forward', options: { stride: 2 } });
    expect(Object.keys(arraysOfCall(calls[0]!)).sort()).toEqual(['A_prev', 'W', 'b']);
    const text =
      '(m <- matrix(1:4, 2))\n(k <- rbind(1, c(1, 1)))\nimagine::convolution2D(rbind(0, cbind(0, m, 0), 0), k)';
    expect(resultOf(text, 'r')).toEqual([1, 4, 3, 3, 10, 7, 2, 6, 4]);
    expect(parseArrays(text, { languageId: 'r' }).calls[0]?.notes).toHaveLength(1);
  });

  it('nnf_max_pool2d', () => {
    expect(resultOf(`${arrays}y <- nnf_max_pool2d(x, kernel_size = 2, stride = 1)`, 'r')).toEqual([4, 5, 7, 8]);
  });
});

describe('arguments that are expressions', () => {
  it.each([
    ['matlab', 'K = ones(2) / 4;\nC = conv2([1 2 3; 4 5 6; 7 8 9], K, "valid");', [3, 4, 6, 7]],
    ['matlab', "C = conv2([1 2; 3 4]', -[1 0; 0 2], 'full');", [-1, -3, 0, -2, -6, -6, 0, -4, -8]],
    ['matlab', "C = conv2(reshape(1:9, 3, 3), rot90([1 2; 3 4], 2), 'valid');", [35, 65, 45, 75]],
    ['matlab', "C = conv2(permute(reshape(1:9, 3, 3), [2 1]), [1 2; 3 4], 'valid');", [23, 33, 53, 63]],
    ['julia', 'x = reshape(1:16, 4, 4, 1, 1)\ny = maxpool(x, (2, 2))', [6, 8, 14, 16]],
    ['julia', 'x = reshape(permutedims([1 2; 3 4; 5 6]), (2, 3, 1, 1))\ny = maxpool(x, (2, 2))', [4]],
    [
      'julia',
      'x = Float32[1 2 3; 4 5 6; 7 8 10]\ny = conv(reshape(x, 3, 3, 1, 1), reshape(Float32[1 2; 0 -1], 2, 2, 1, 1); flipped=true)',
      [1 + 2 * 2 - 5, 4 + 2 * 5 - 8, 2 + 2 * 3 - 6, 5 + 2 * 6 - 10],
    ],
    [
      'r',
      'x <- torch_tensor(array(1:9, dim = c(1, 1, 3, 3)))\nw <- torch_tensor(array(c(1, 0, 0, 2), dim = c(1, 1, 2, 2)))\ny <- nnf_conv2d(x, w)',
      [11, 17, 14, 20].map((_, index) => [1 + 2 * 5, 4 + 2 * 8, 2 + 2 * 6, 5 + 2 * 9][index]!),
    ],
    ['r', 'y <- nnf_avg_pool2d(torch_ones(1, 1, 2, 2) * 3, 2)', [3]],
  ])('%s: %s', (languageId, text, expected) => {
    expect(resultOf(text, languageId).map((value) => value + 0)).toEqual(expected.map((value) => value + 0));
  });

  it.each([
    ['matlab', 'C = conv2([1 2; 3 4] * [1 2; 3 4], [1 1]);'],
    ['matlab', 'K = [1 1];\nK(1) = 2;\nL = K / 2;\nC = conv2([1 2; 3 4], L);'],
    ['julia', 'y = maxpool(load("x"), (2, 2))'],
  ])('what is not certain is refused, %s: %s', (languageId, text) => {
    expect(parseArrays(text, { languageId }).calls).toEqual([]);
  });
});

describe('MATLAB: imfilter and dlconv', () => {
  it('imfilter correlates; "conv" turns the kernel', () => {
    expect(resultOf('B = imfilter([1 2 3; 4 5 6; 7 8 9], [1 2; 3 4]);', 'matlab')).toEqual([
      37, 47, 21, 67, 77, 33, 23, 26, 9,
    ]);
    expect(resultOf("B = imfilter([1 2 3], [1 2 4], 'conv');", 'matlab')).toEqual([4, 11, 14]);
    const even = "B = imfilter([1 2 3; 4 5 6; 7 8 9], [1 2; 3 4], 'conv');";
    expect(parseArrays(even, { languageId: 'matlab' }).calls).toEqual([]);
  });

  it('dlconv on (H, W, C, N), with the bias of each filter', () => {
    const text =
      "X = dlarray(reshape(1:9, [3 3]), 'SSCB');\nW = reshape([1 0 0 2 1 1 1 1], [2 2 1 2]);\nY = dlconv(X, W, [0 10], 'Stride', 1);";
    expect(resultOf(text, 'matlab')).toEqual([11, 22, 20, 34, 14, 26, 23, 38]);
  });

  it('dlconv without a format is refused', () => {
    expect(parseArrays('Y = dlconv([1 2; 3 4], [1 1; 1 1], 0);', { languageId: 'matlab' }).calls).toEqual([]);
  });
});

it.each([
  ['conv <- nn_conv2d(1, 1, 3)\ny <- conv(x)', 'nn_conv2d'],
  ['m <- keras_model_sequential() %>% layer_conv_2d(filters = 32, kernel_size = c(3, 3))', 'layer_conv_2d'],
])('R: layers without weights are refused by name: %s', (text, callee) => {
  expect(parseArrays(text, { languageId: 'r' }).errors.map(({ message }) => message)).toContain(
    `the weights of ${callee} are not in the text, so its output is not known`,
  );
});

describe('objects that are layers', () => {
  const x = 'x = reshape(collect(1.0:16.0), 4, 4, 1, 1)\n';

  it.each([
    ['m = MaxPool((2, 2))\nm(x)', [6, 8, 14, 16]],
    ['MeanPool((2, 2), stride = 2)(x)', [3.5, 5.5, 11.5, 13.5]],
    ['w = reshape([1.0, 0, 0, 0], 2, 2, 1, 1)\nConv(w, [0.5]; stride = 2)(x)', [6.5, 8.5, 14.5, 16.5]],
    ['w = reshape([1.0, 0, 0, 0], 2, 2, 1, 1)\nlayer = CrossCor(w, false; stride = 2)\nlayer(x)', [1, 3, 9, 11]],
  ])('Flux: %s on 4×4', (code, result) => {
    expect(resultOf(x + code, 'julia')).toEqual(result);
    expect(resultOf(`julia> ${(x + code).replaceAll('\n', '\njulia> ')}`, 'julia')).toEqual(result);
  });

  it('R: m(x) after m <- nn_max_pool2d(2)', () => {
    const text = 'x <- torch_tensor(array(1:16, dim = c(1, 1, 4, 4)))\nm <- nn_max_pool2d(2)\ny <- m(x)\n';
    expect(resultOf(text, 'r')).toEqual([6, 14, 8, 16]);
  });

  it.each([
    [
      'julia',
      `${x}layer = Conv((2, 2), 1 => 3)\nlayer(x)`,
      'the weights of Conv are not in the text, so its output is not known',
    ],
    ['julia', `${x}m = Chain(MaxPool((2, 2)))\nm(x)`, 'Chain is not supported'],
    [
      'r',
      'conv <- nn_conv2d(1, 1, 3)\ny <- conv(x)',
      'the weights of nn_conv2d are not in the text, so its output is not known',
    ],
  ])('%s: %s is refused by name', (languageId, text, message) => {
    const { calls, errors } = parseArrays(text, { languageId });
    expect(calls).toEqual([]);
    expect(errors.map((error) => error.message)).toContain(message);
  });

  it('a name with a new value does not name the layer', () => {
    expect(parseArrays(`${x}m = MaxPool((2, 2))\nm = other\nm(x)`, { languageId: 'julia' }).calls).toEqual([]);
  });
});

it('MATLAB: flipud and fliplr turn the kernel back, so that conv2 is a correlation', () => {
  const text = 'A = [1 2 3; 4 5 6];\nB = [1 0; 2 -1];\nC = conv2(A, flipud(fliplr(B)), "valid");';
  expect(resultOf(text, 'matlab')).toEqual([1 + 8 - 5, 2 + 10 - 6]);
});
