/** Windows that are viewed and made rows in the order of their axes; paddings of two axes in one pair. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const VIEWED = `import numpy as np

def conv_layer(images, filters, stride):
    k = filters.shape[2]
    windows = np.lib.stride_tricks.sliding_window_view(images, (k, k), axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, rows, cols = windows.shape[:4]
    flat = windows.transpose(0, 2, 3, 1, 4, 5).reshape(n * rows * cols, -1)
    out = flat @ filters.reshape(filters.shape[0], -1).T
    return out.reshape(n, rows, cols, -1).transpose(0, 3, 1, 2)

print(conv_layer(np.random.randn(2, 3, 6, 5), np.random.randn(4, 3, 2, 2), 1).shape)
`;

const TWO_AMOUNTS = `import numpy as np

def correlate(image, kernel, pad=(0, 0)):
    above, beside = pad
    image = np.pad(image, ((above, above), (beside, beside)))
    rows = image.shape[0] - kernel.shape[0] + 1
    cols = image.shape[1] - kernel.shape[1] + 1
    out = np.empty((rows, cols))
    for r in range(rows):
        for c in range(cols):
            out[r, c] = np.sum(image[r:r + kernel.shape[0], c:c + kernel.shape[1]] * kernel)
    return out

print(correlate(np.random.randn(5, 6), np.random.randn(3, 2), (1, 1)))
`;

it.each([
  ['windows in the order of their view', VIEWED, '.transpose(0, 2, 3, 1, 4, 5)', '', 7],
  ['two amounts as the sides of every axis', TWO_AMOUNTS, '((above, above), (beside, beside))', '(above, beside)', 5],
])('%s', (_, source, right, wrong, line) => {
  expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
  const repaired = checkCode(source.replace(right, wrong)).flatMap((check) => check.mistakes);
  expect(repaired).toMatchObject([{ line, verified: true }]);
  expect(repaired[0]!.repaired).toContain(right);
});
