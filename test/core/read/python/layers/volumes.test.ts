/** Filters with as many axes as their input, and images with borders. Values of SciPy 1.10, OpenCV 4.6 and NumPy 1.24. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../../core/read/python/runCode';

const CASES: readonly (readonly [call: string, result: string])[] = [
  ["signal.correlate(x, w, mode='valid')", '[[[268.0, 296.0], [352.0, 380.0]]]'],
  ["signal.convolve(x, w, mode='same').sum(axis=(0, 1))", '[102.0, 317.0, 396.0]'],
  ['signal.correlate(x, w).sum(axis=(0, 2))', '[594.0, 1248.0, 1752.0, 690.0]'],
  ['ndimage.correlate(x, w)[1, 1]', '[252.0, 268.0, 296.0]'],
  ["ndimage.convolve(x, w, mode='constant', cval=0.5)[0, 1]", '[180.0, 208.0, 140.0]'],
  ["ndimage.correlate(x, w, mode='mirror')[0, 0]", '[96.0, 100.0, 128.0]'],
  [
    'cv2.copyMakeBorder(x[0], 1, 0, 0, 2, cv2.BORDER_REFLECT_101)',
    '[[3.0, 4.0, 5.0, 4.0, 3.0], [0.0, 1.0, 2.0, 1.0, 0.0], [3.0, 4.0, 5.0, 4.0, 3.0], [6.0, 7.0, 8.0, 7.0, 6.0]]',
  ],
  [
    'cv2.copyMakeBorder(x[0], 0, 1, 1, 0, cv2.BORDER_CONSTANT, value=7)',
    '[[7.0, 0.0, 1.0, 2.0], [7.0, 3.0, 4.0, 5.0], [7.0, 6.0, 7.0, 8.0], [7.0, 7.0, 7.0, 7.0]]',
  ],
  [
    'cv2.copyMakeBorder(x, 0, 0, 1, 0, cv2.BORDER_WRAP)[0]',
    '[[6.0, 7.0, 8.0], [0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]]',
  ],
];

describe('filters of volumes', () => {
  it.each(CASES)('%s', (call, expected) => {
    const { output, error } = runCode(`import numpy as np
from scipy import signal, ndimage
import cv2
x = np.arange(18.).reshape(2, 3, 3)
w = np.arange(8.).reshape(2, 2, 2)
print((${call}).tolist())`);
    expect(error).toBeUndefined();
    expect(output).toBe(`${expected}\n`);
  });
});
