/** Sources of convolutions of a plane and poolings of images that differ in one place. */

export const numpy = 'import numpy as np\n';

/** A function of a plane; `before`: what it does with `x` and `w` first. */
export const plane = (name: string, before: string, parameters = 'x, w'): string => `${numpy}
def ${name}(${parameters}):
    kh, kw = w.shape
${before}
    out = np.zeros((xp.shape[0] - kh + 1, xp.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(xp[i:i + kh, j:j + kw] * w)
    return out
`;

export const pool = (name: string, size: string, reduction: string): string => `${numpy}import math
def ${name}(x, k, s):
    n, c, h, w = x.shape
    oh, ow = ${size}
    y = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = x[:, :, i*s:min(i*s+k, h), j*s:min(j*s+k, w)].${reduction}(axis=(2, 3))
    return y
`;
