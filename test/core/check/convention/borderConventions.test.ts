/** Right functions with values of their own beyond the border: none is accused. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const PAIRED_TOTAL = (top: string, left: string): string =>
  `import numpy as np

def correlate(img, ker, added=(0, 0), step=(1, 1)):
    kr, kc = ker.shape
    rows_added, cols_added = added
    top, left = ${top}, ${left}
    img = np.pad(img, ((top, rows_added - top), (left, cols_added - left)))
    out = np.empty(((img.shape[0] - kr) // step[0] + 1, (img.shape[1] - kc) // step[1] + 1))
    for r, c in np.ndindex(*out.shape):
        out[r, c] = np.sum(img[r * step[0]:r * step[0] + kr, c * step[1]:c * step[1] + kc] * ker)
    return out
`
    .replaceAll('added=', 'padding=')
    .replaceAll('= added', '= padding')
    .replaceAll('step', 'stride');

it.each([
  ['the larger half behind', PAIRED_TOTAL('rows_added // 2', 'cols_added // 2')],
  ['the larger half before', PAIRED_TOTAL('(rows_added + 1) // 2', '(cols_added + 1) // 2')],
])('a pair of the cells of both sides, %s', (_, source) => {
  const call = 'correlate(np.random.randn(5, 6), np.random.randn(2, 3), padding=(3, 1), stride=(2, 1))\n';
  const [check] = checkCode(source + call);
  expect(check).toMatchObject({ agrees: true, unseen: [] });
  expect(check!.convention).toContain('both sides');
});

const NEIGHBOURS = (index: string): string => `import numpy as np

def neighbourhood_filter(img, ker):
    rows, cols = img.shape
    half = ker.shape[0] // 2
    out = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            for dr in range(-half, half + 1):
                for dc in range(-half, half + 1):
                    out[r, c] += ${index} * ker[dr + half, dc + half]
    return out

neighbourhood_filter(np.random.randn(5, 6), np.random.randn(3, 3))
`;

it.each([
  ['modulo', 'img[(r + dr) % rows, (c + dc) % cols]', /opposite/],
  ['the nearest', 'img[np.clip(r + dr, 0, rows - 1), np.clip(c + dc, 0, cols - 1)]', /repeats/],
  ['mirrored', 'img[rows - 1 - abs(rows - 1 - abs(r + dr)), cols - 1 - abs(cols - 1 - abs(c + dc))]', /reflects/],
])('values beyond the border by their indices: %s', (_, index, convention) => {
  const [check] = checkCode(NEIGHBOURS(index));
  expect(check).toMatchObject({ agrees: true, unseen: [] });
  expect(check!.convention).toMatch(convention);
});

it('a shift along a torus, which the text states', () => {
  const source = `import numpy as np

def filter_periodic(img, ker):
    out = np.zeros(img.shape)
    for a in range(ker.shape[0]):
        for b in range(ker.shape[1]):
            out += ker[a, b] * np.roll(img, (ker.shape[0] // 2 - a, ker.shape[1] // 2 - b), axis=(0, 1))
    return out

filter_periodic(np.random.randn(5, 6), np.random.randn(3, 3))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [] }]);
});

const INSIDE_ONLY = (start: string, weight: string): string => `import numpy as np

def convolve(img, kernel):
    rows, cols = img.shape
    h, w = kernel.shape[0] // 2, kernel.shape[1] // 2
    out = ${start}
    for i in range(h, rows - h):
        for j in range(w, cols - w):
            total = 0.0
            for k in range(-h, h + 1):
                for l in range(-w, w + 1):
                    total += ${weight} * img[i + k, j + l]
            out[i, j] = total
    return out
`;

it.each([
  ['np.zeros(img.shape)', 'kernel[h + k, w + l]', 'are 0'],
  ['np.zeros(img.shape)', 'kernel[h - k, w - l]', 'are 0'],
  ['img.copy()', 'kernel[h + k, w + l]', 'keep the value of the input'],
])('cells at the edge that start as %s and are not computed are a convention (%s)', (start, weight, words) => {
  const [check] = checkCode(INSIDE_ONLY(start, weight));
  expect(check).toMatchObject({ agrees: true, unseen: [], mistakes: [] });
  expect(check!.convention).toContain(words);
});
