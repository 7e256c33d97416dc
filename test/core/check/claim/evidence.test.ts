/** What is claimed of functions that differ, and that no repair makes the layer: only what something besides the name shows. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** Sums whose share outside of the image is made up for: right, and equal to the layer inside only. */
const COMPENSATED = `import numpy as np

def convolve_image(img, kernel):
    rows, cols = img.shape
    size = kernel.shape[0] // 2
    out = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            total, inside = 0.0, 0
            for k in range(-size, size + 1):
                for l in range(-size, size + 1):
                    if 0 <= i + k < rows and 0 <= j + l < cols:
                        total += img[i + k, j + l] * kernel[size + k, size + l]
                        inside += 1
            out[i, j] = total * (2 * size + 1) ** 2 / inside
    return out
`;

it('a function that no call explains, and that agrees on no geometry, is not claimed to differ', () => {
  expect(checkCode(COMPENSATED, { budget: 0 })).toMatchObject([{ refused: true, differing: 0, unseen: [] }]);
});

const SKIPS = (end: string): string => `import numpy as np

def convolve_image(img, kernel):
    k = kernel.shape[0]
    out = np.zeros((img.shape[0] - k + 1, img.shape[1] - k + 1))
    for i in range(out.shape[0]):
        for j in range(1, out.shape[1]):
            out[i, j] = np.sum(img[i:i + k, j:j + k] * kernel)
    return out
${end}`;

it('where a call of the text shows what the arguments are, a difference is claimed without a repair', () => {
  const call = '\nconvolve_image(np.arange(30.0).reshape(5, 6), np.array([[1.0, 2.0], [0.5, -1.0]]))\n';
  expect(checkCode(SKIPS(call), { budget: 0 })).toMatchObject([{ refused: false, agrees: false, differing: 4 }]);
});

it('a repair that makes the function the layer shows a mistake, whether or not the text calls it', () => {
  expect(checkCode(SKIPS(''))).toMatchObject([{ refused: false, agrees: false, mistakes: [{ line: 7 }] }]);
});
