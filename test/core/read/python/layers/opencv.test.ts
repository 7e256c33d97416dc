/** OpenCV's filters. Values computed by hand from its definition: a correlation, windows centred, edges mirrored without repeating. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';

function valuesOf(text: string): { values: number[]; options: object; errors: string[] } {
  const { arrays, calls, errors } = evaluatePython(`import cv2\nimport numpy as np\n${text}`);
  return {
    values: [...(arrays.find(({ name }) => name === 'out')?.array.data ?? [])],
    options: calls[0]?.options ?? {},
    errors: errors.map(({ message }) => message),
  };
}

const IMAGE = 'img = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]], dtype=np.float32)\n';

describe('cv2.filter2D', () => {
  it('mirrors the image at its edges', () => {
    const { values, options, errors } = valuesOf(
      `${IMAGE}out = cv2.filter2D(img, -1, np.array([[0, 1, 0], [0, 0, 0], [0, 0, 0]]))`,
    );
    expect(errors).toEqual([]);
    expect(values).toEqual([4, 5, 6, 1, 2, 3, 4, 5, 6]);
    expect(options).toMatchObject({ padding: { top: 1, bottom: 1, left: 1, right: 1 }, paddingMode: 'reflect' });
  });

  it('the anchor of an even kernel is its second cell', () => {
    expect(valuesOf(`${IMAGE}out = cv2.filter2D(img, cv2.CV_64F, np.array([[1, 0]]))`).values).toEqual([
      2, 1, 2, 5, 4, 5, 8, 7, 8,
    ]);
  });

  it('bytes are rounded, and limited to 0 and 255', () => {
    const text = `img = np.array([[10, 200], [0, 7]], dtype=np.uint8)\nout = cv2.filter2D(img, -1, np.array([[1.5]]), delta=-1)`;
    expect(valuesOf(text).values).toEqual([14, 255, 0, 10]);
  });

  it('border types by name', () => {
    const constant = `${IMAGE}out = cv2.filter2D(img, -1, np.ones((1, 3)), borderType=cv2.BORDER_CONSTANT)`;
    expect(valuesOf(constant).values).toEqual([3, 6, 5, 9, 15, 11, 15, 24, 17]);
    expect(
      valuesOf(`${IMAGE}out = cv2.filter2D(img, -1, np.ones((1, 3)), borderType=cv2.BORDER_WRAP)`).errors.join(),
    ).toContain('borderType=3');
  });
});

it('cv2.blur: the mean of a window of width and height', () => {
  expect(valuesOf(`${IMAGE}out = cv2.blur(img, (3, 1))`).values.map((value) => Math.round(value * 3))).toEqual([
    5, 6, 7, 14, 15, 16, 23, 24, 25,
  ]);
});
