/** OpenCV's filter2D in C++ with its anchor, the number that it adds and its border; its filters with a name in Python. */
import { describe, expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const program = (rest: string): string =>
  `#include <opencv2/opencv.hpp>\nMat src = (Mat_<float>(3, 4) << 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3);\nMat kernel = (Mat_<float>(3, 3) << 0, 1, 0, 1, -4, 1, 0, 1, 0);\nMat dst;\nfilter2D(src, dst, -1, kernel${rest});\n`;

it.each([
  ['', undefined, 'reflect'],
  [', Point(-1, -1), 10, BORDER_CONSTANT', [10], undefined],
  [', cv::Point(-1,-1), 0, cv::BORDER_REPLICATE', undefined, 'replicate'],
  [', Point(-1, -1), 0.5, BORDER_DEFAULT', [0.5], 'reflect'],
])('filter2D(src, dst, -1, kernel%s)', (rest, bias, paddingMode) => {
  const { roles, options } = layer({ text: program(rest), languageId: 'cpp' });
  expect([roles['b']?.values, 'paddingMode' in options ? options.paddingMode : undefined]).toEqual([bias, paddingMode]);
});

it.each([
  [', Point(0, 0)', 'Point(0, 0) of filter2D is not supported'],
  [', Point(-1, -1), 0, BORDER_REFLECT', 'BORDER_REFLECT of filter2D is not supported'],
])('filter2D(src, dst, -1, kernel%s) is refused', (rest, reason) => {
  expect(refusal({ text: program(rest), languageId: 'cpp' })[0]).toBe(reason);
});

describe('filters of OpenCV by name open with their kernel', () => {
  const text =
    'import cv2\nimport numpy as np\nimg = np.array([[10., 10., 80.], [10., 12., 82.], [9., 10., 81.]])\n' +
    'smooth = cv2.GaussianBlur(img, (3, 3), 0)\nedges = cv2.Sobel(smooth, cv2.CV_64F, 1, 0, ksize=3)\nsecond = cv2.Laplacian(img, cv2.CV_64F)\n';

  it.each([
    ['smooth = ', 'img', [1, 2, 1, 2, 4, 2, 1, 2, 1].map((value) => value / 16)],
    ['edges = ', 'smooth', [-1, 0, 1, -2, 0, 2, -1, 0, 1]],
    ['second = ', 'img', [0, 1, 0, 1, -4, 1, 0, 1, 0]],
  ])('%s…', (place, name, kernel) => {
    const { operation, roles, options } = layer({ text, languageId: 'python', cursor: text.indexOf(place) });
    expect([operation, roles['x']!.name, roles['w']!.values]).toEqual(['conv_forward', name, kernel]);
    expect(options).toMatchObject({ stride: 1, padding: 1, paddingMode: 'reflect' });
  });

  it('of whole numbers, a blur is refused: OpenCV rounds its weights', () => {
    const whole = text.replace('81.]])', '81.]]).astype(np.uint8)');
    expect(refusal({ text: whole, languageId: 'python', cursor: whole.indexOf('smooth = ') })[0]).toBe(
      'the argument src of cv2.GaussianBlur is not supported',
    );
  });
});

describe('derivatives of scipy.ndimage open with their kernel', () => {
  it.each([
    ['ndimage.sobel(img)', [-1, 0, 1, -2, 0, 2, -1, 0, 1]],
    ['ndimage.sobel(img, axis=0)', [-1, -2, -1, 0, 0, 0, 1, 2, 1]],
    ['ndimage.prewitt(img, 1)', [-1, 0, 1, -1, 0, 1, -1, 0, 1]],
    ['ndimage.laplace(img)', [0, 1, 0, 1, -4, 1, 0, 1, 0]],
  ])('%s', (call, kernel) => {
    const text = `import numpy as np\nfrom scipy import ndimage\nimg = np.array([[10., 10., 80.], [10., 12., 82.]])\ny = ${call}\n`;
    const { operation, roles } = layer({ text, languageId: 'python' });
    expect([operation, roles['w']!.values, roles['x']!.shape]).toEqual(['conv_forward', kernel, [1, 4, 5, 1]]);
  });
});
