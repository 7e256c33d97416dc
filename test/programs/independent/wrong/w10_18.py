import numpy as np

def conv1d(x, weight, bias, stride=1, padding=0):
    """1-D convolution layer with the same conventions as torch.nn.Conv1d.

    x      : (batch, c_in, length)
    weight : (c_out, c_in, k), not flipped (cross-correlation)
    bias   : (c_out,)
    """
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    rows = []
    for sample in xp:
        maps = []
        for o in range(weight.shape[0]):
            acc = bias[o]
            for c in range(weight.shape[1]):
                acc = acc + np.convolve(sample[c], weight[o, c], mode='valid')
            maps.append(acc[::stride])
        rows.append(maps)
    return np.array(rows)

np.random.seed(2)
x = np.random.randn(2, 3, 10)
w = np.random.randn(4, 3, 3)
b = np.random.randn(4)
print(conv1d(x, w, b).shape)
print(conv1d(x, w, b, stride=2, padding=1)[0])
