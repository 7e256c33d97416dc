import numpy as np


def apply_convolution(volume, bank, offsets, step=1, border=0):
    batch, height, width, depth = volume.shape
    fh, fw, _, count = bank.shape
    framed = np.zeros((batch, height + 2 * border, width + 2 * border, depth))
    framed[:, border:border + height, border:border + width, :] = volume
    out_h = (height - fh + 2 * border) // step + 1
    out_w = (width - fw + 2 * border) // step + 1
    answer = np.empty((batch, out_h, out_w, count))
    for n, y, x, k in np.ndindex(answer.shape):
        y0, x0 = y * step, x * step
        block = framed[n, y0:y0 + fh, x0:x0 + fw, :]
        answer[n, y, x, k] = np.sum(block * bank[:, :, :, k]) + np.ravel(offsets)[k]
    return answer


np.random.seed(3)
volume = np.random.randn(2, 6, 7, 3)
bank = np.random.randn(3, 3, 3, 4)
offsets = np.random.randn(4)
print(apply_convolution(volume, bank, offsets, step=2, border=1).mean())
