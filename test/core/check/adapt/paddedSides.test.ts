/** A padding that is given for each of the four sides. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FOUR = `import numpy as np
def conv2d(x, w, stride, padding):
    top, bottom, left, right = padding
    n, c, H, W = x.shape
    o, _, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)))
    oh = (H + top + bottom - kh) // stride + 1
    ow = (W + left + right - kw) // stride + 1
    y = np.zeros((n, o, oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = xp[:, :, i*stride:i*stride+kh, j*stride:j*stride+kw]
            y[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3]))
    return y

print(conv2d(np.random.randn(1, 2, 5, 5), np.random.randn(3, 2, 3, 3), 1, (1, 1, 0, 2)).shape)
`;

const PAIRS = `import numpy as np
def max_pool(x, size, pad=((0, 0), (0, 0)), stride=1):
    (pt, pb), (pl, pr) = pad
    img = np.full((x.shape[0] + pt + pb, x.shape[1] + pl + pr), -np.inf)
    img[pt:pt + x.shape[0], pl:pl + x.shape[1]] = x
    oh, ow = (img.shape[0] - size) // stride + 1, (img.shape[1] - size) // stride + 1
    return np.array([[img[i*stride:i*stride+size, j*stride:j*stride+size].max() for j in range(ow)] for i in range(oh)])
`;

it.each([
  ['four numbers', FOUR, '(left, right)))', '(right, left)))', 6],
  ['two pairs', PAIRS, 'j*stride:j*stride+size', 'j:j+size', 7],
])('%s: the side that is wrong is named, the right one agrees', (_, source, right, wrong, line) => {
  expect(checkCode(source)).toMatchObject([{ agrees: true, mistakes: [], unseen: [] }]);
  const mistakes = checkCode(source.replace(right, wrong)).flatMap((check) => check.mistakes);
  expect(mistakes).toMatchObject([{ line, verified: true }]);
});

it.each(["mode='constant'", "mode='constant', cval=0.0"])(
  'a padding whose border is an argument, %s, agrees',
  (border) => {
    const source = `import numpy as np
def pad_image(image, pad_h, pad_w, ${border}):
    return np.pad(image, ((pad_h, pad_h), (pad_w, pad_w)), mode=mode${border.includes('cval') ? ', constant_values=cval' : ''})
`;
    expect(checkCode(source)).toMatchObject([{ operation: 'zero_pad', agrees: true, unseen: [], mistakes: [] }]);
  },
);

const SIDES = `import numpy as np
def padding(image, top=1, bottom=1, left=1, right=1, values=0):
    x, y = image.shape
    arr = np.full((x + top + bottom, y + left + right), values, dtype=float)
    arr[top:x + top, left:y + left] = image
    return arr
`;

it('a parameter for each side of a padding: the right one agrees, and nothing is claimed of a call with other widths', () => {
  expect(checkCode(SIDES)).toMatchObject([{ operation: 'zero_pad', agrees: true, unseen: [], mistakes: [] }]);
  const wrong = checkCode(SIDES.replace('y + left + right', 'y + left'));
  expect(wrong).toMatchObject([{ operation: 'zero_pad', agrees: false }]);
  const call = 'print(padding(np.array([[1., 2.], [3., 4.]]), 1, 2, 0, 1))\n';
  expect(checkCode(SIDES + call).flatMap((check) => check.mistakes)).toEqual([]);
});
