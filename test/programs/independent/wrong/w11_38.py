import numpy as np

def conv2d_multi(x, w, b, stride):
    c_in, h, wd = x.shape
    c_out, _, k, _ = w.shape
    oh = int(round((h - k) / stride)) + 1
    ow = int((wd - k) / stride) + 1
    y = np.zeros((c_out, oh, ow))
    for o in range(c_out):
        for c in range(c_in):
            for i in range(oh):
                for j in range(ow):
                    block = x[c, i * stride:i * stride + k, j * stride:j * stride + k]
                    y[o, i, j] += (block * w[o, c, :block.shape[0], :block.shape[1]]).sum()
            y[o] += b[o]
    return y

rng = np.random.default_rng(38)
print(conv2d_multi(rng.random((3, 7, 7)), rng.random((2, 3, 3, 3)), rng.random(2), 2))
print(conv2d_multi(rng.random((2, 10, 11)), rng.random((2, 2, 3, 3)), rng.random(2), 4))
