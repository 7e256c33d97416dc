/** Results that are images of bytes: fractions are cut off, and floating-point error may take one away from a whole number. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FILTER = (size: string, value: string, result: string): string => `import numpy as np
def convolve(image, kernel):
    rows, cols = image.shape
    height, width = kernel.shape
    out = np.zeros((rows - height + 1, cols - width + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[i:i + height, j:j + width] * kernel)${value}
    return ${result}
image = np.arange(${size} * ${size}, dtype=np.uint8).reshape(${size}, ${size})
print(convolve(image, np.ones((3, 3)) / 9))
`;

it.each([
  ['cut off', '', 'np.clip(out, 0, 255).astype(np.uint8)'],
  [
    'cut off after a product and a quotient that are not exact',
    ' * 0.1 / 0.1',
    'np.clip(out, 0, 255).astype(np.uint8)',
  ],
])('bytes that are %s agree', (_, value, result) => {
  expect(checkCode(FILTER('6', value, result))).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});

it('one less in every byte is a difference', () => {
  const [check] = checkCode(FILTER('6', ' - 1', 'np.clip(out, 0, 255).astype(np.uint8)'));
  expect(check).toMatchObject({ agrees: false });
});

it('one more in every byte is a difference', () => {
  const [check] = checkCode(FILTER('6', ' + 1', 'np.clip(out, 0, 255).astype(np.uint8)'));
  expect(check).toMatchObject({ agrees: false });
});
