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
    ["C = filter2(B, A, 'same');", [0, 2, 3, 6, 7, 6, 23, 28, 10]],
    ["Y = maxpool(dlarray(A, 'SS'), [2 2], 'Stride', 1);", [5, 6, 8, 10]],
    ["Y = avgpool(A, 2, 'Stride', [1 1]);", [3, 4, 6, 7.25]],
  ])('%s', (call, expected) => {
    expect(resultOf(MATRICES + call, 'matlab')).toEqual(expected);
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
    ['A = A * 2;\nC = conv2(A, B);', 'the argument A of conv2 is not known'],
    ['A(1, 1) = 5;\nC = conv2(A, B);', 'the argument A of conv2 is not known'],
    ['C = conv2(A, rand(3));', 'the argument rand(3) of conv2 is not known'],
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

  it('nnf_max_pool2d', () => {
    expect(resultOf(`${arrays}y <- nnf_max_pool2d(x, kernel_size = 2, stride = 1)`, 'r')).toEqual([4, 5, 7, 8]);
  });
});
