/** Strides whose names mean vertical and horizontal: next to `sv`, `sh` is that of the columns. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it('the gradient of a pooling with a stride for each axis', () => {
  const text = `import numpy as np

def pool_backward(grad, image, fh, fw, sv, sh, kind):
    out = np.zeros(image.shape)
    for (n, i, j, c), g in np.ndenumerate(grad):
        part = (n, slice(i * sv, i * sv + fh), slice(j * sh, j * sh + fw), c)
        if kind == 'max':
            out[part] += g * (image[part] == image[part].max())
        else:
            out[part] += g / (fh * fw)
    return out

image = np.random.default_rng(5).normal(size=(1, 5, 6, 1))
print(pool_backward(np.ones((1, 2, 3, 1)), image, 3, 2, 2, 2, 'max')[0, :, :, 0])
`;
  expect(checkCode(text)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
});
