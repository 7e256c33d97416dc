import numpy as np

def conv_layer(inp, ker, stride):
    H, W = inp.shape
    kh, kw = ker.shape
    out = np.zeros(((H - kh) // stride + 1, (W - kw) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            r0, c0 = i * stride, j * stride
            total = 0.0
            for i in range(kh):
                for l in range(kw):
                    total += inp[r0 + i, c0 + l] * ker[i, l]
            out[i, j] = total
    return out

x = np.arange(30.0).reshape(5, 6) % 7
k = np.array([[1.0, 0.0], [2.0, -1.0]])
print(conv_layer(x, k, 1))
