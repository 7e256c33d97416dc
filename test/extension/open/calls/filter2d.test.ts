/** OpenCV's filter2D in C++ with its anchor, the number that it adds and its border. */
import { expect, it } from 'vitest';
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
