import numpy as np

def conv(x, k, stride=1, pad=0):
    xp = np.pad(x, pad)
    oh = round((xp.shape[0] - k.shape[0]) / stride + 0.5)
    ow = (xp.shape[1] - k.shape[1]) // stride + 1
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[i, j] = np.sum(xp[i*stride:i*stride+k.shape[0], j*stride:j*stride+k.shape[1]] * k)
    return y

x = np.random.default_rng(21).normal(size=(7, 6))
y = conv(x, np.ones((3, 3)), stride=2)
print(y)
