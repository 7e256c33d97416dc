import numpy as np

def conv1d_layer(x, weight, bias):
    """Like torch.nn.functional.conv1d (no padding, stride 1).

    x (batch, c_in, length), weight (c_out, c_in, k), bias (c_out,)
    """
    batch, c_in, length = x.shape
    c_out, _, k = weight.shape
    y = np.zeros((batch, c_out, length - k + 1))
    for n in range(batch):
        for o in range(c_out):
            y[n, o] = bias[o]
            for c in range(c_in):
                y[n, o] += np.convolve(x[n, c], weight[o, c], mode="valid")
    return y

rng = np.random.RandomState(100)
y = conv1d_layer(rng.randn(2, 3, 10), rng.randn(4, 3, 3), rng.randn(4))
print(y.shape, y[0, 0, :3])
