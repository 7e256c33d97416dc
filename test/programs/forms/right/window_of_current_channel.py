import numpy as np

def conv_channels(image, kernel, stride, pad):
    H, W, C = image.shape
    kh, kw, kc = kernel.shape
    padded = np.pad(image, ((pad, pad), (pad, pad), (0, 0)))
    oh, ow = (H - kh + 2 * pad) // stride + 1, (W - kw + 2 * pad) // stride + 1
    out = np.zeros((oh, ow, C))
    for h in range(oh):
        for w in range(ow):
            for c in range(kc):
                # the window of the current channel
                window = padded[h * stride:h * stride + kh, w * stride:w * stride + kw, c]
                out[h, w, c] = np.sum(window * kernel[:, :, c])
    return out
