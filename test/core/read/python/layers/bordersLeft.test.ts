/** Own convolutions of images whose loops leave the border, that make their kernel themselves, or that extend the image. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

const IMAGE = 'import numpy as np\nimg = np.array([[1, 2, 3, 4], [5, 9, 7, 8], [9, 1, 1, 2], [3, 4, 5, 16]])\n';
const LOOPS = (target: string, term: string): string =>
  `    for i in range(1, img.shape[0] - 1):\n        for j in range(1, img.shape[1] - 1):\n            ${target} = ${term}\n`;
const WINDOW = 'np.sum(img[i - 1:i + 2, j - 1:j + 2] * k)';

function only(text: string) {
  const { calls } = evaluatePython(IMAGE + text);
  expect(calls).toHaveLength(1);
  return calls[0]!;
}

describe('a border that the loops leave', () => {
  it.each([
    ['zeros', 'np.zeros_like(img)'],
    ['a copy of the input', 'img.copy()'],
  ])('4 × 4 input, 3 × 3 kernel, %s: the convolution without a pad opens with a remark', (_, made) => {
    const call = only(
      `def convolve(img, k):\n    out = ${made}\n${LOOPS('out[i, j]', WINDOW)}    return out\nr = convolve(img, np.array([[1, 2, 1], [0, 0, 0], [-1, -2, 3]]))\n`,
    );
    expect(call).toMatchObject({ operation: 'conv_forward', options: { stride: 1, padding: 0 } });
    expect(call.notes!.map(({ text }) => text)).toContain(
      'the text computes no cell whose window is cut by the border',
    );
    expect(arraysOfCall(call)['A_prev']!.shape).toEqual([1, 4, 4, 1]);
  });

  it('other values there: it is another function', () => {
    const { calls } = evaluatePython(
      `${IMAGE}def convolve(img, k):\n    out = np.full(img.shape, 7)\n${LOOPS('out[i, j]', WINDOW)}    return out\nr = convolve(img, np.array([[1, 2, 1], [0, 0, 0], [-1, -2, 3]]))\n`,
    );
    expect(calls).toEqual([]);
  });
});

describe('arrays that a function makes', () => {
  it('sobel(img): the kernel is a list of the function', () => {
    const call = only(
      `def sobel(img):\n    k = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]\n    out = np.zeros((2, 2))\n${LOOPS('out[i - 1, j - 1]', WINDOW)}    return out\nr = sobel(img)\n`,
    );
    expect([...arraysOfCall(call)['W']!.data]).toEqual([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
  });

  it('an image that is reflected at its border is the input, with a remark', () => {
    const call = only(
      `def smooth(img, k):\n    p = np.pad(img, 1, mode='reflect')\n    out = np.zeros(img.shape)\n    for i in range(4):\n        for j in range(4):\n            out[i, j] = np.sum(p[i:i + 3, j:j + 3] * k)\n    return out\nr = smooth(img, np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16)\n`,
    );
    expect(arraysOfCall(call)['A_prev']!.shape).toEqual([1, 6, 6, 1]);
    expect(call.notes!.map(({ args }) => args)).toContainEqual(['(6, 6)', 'smooth']);
  });
});
