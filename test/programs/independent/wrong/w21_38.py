import numpy as np

def conv_forward(inputs, w, b, stride=1):
    """inputs: (batch, height, width, chan); w: (k, k, chan, filters)"""
    batch, height, width, chan = inputs.shape
    k, _, _, filters = w.shape
    oh = (height - k) // stride + 1
    ow = (width - k) // stride + 1
    result = np.zeros((batch, oh, ow, filters))
    for y in range(oh):
        for w in range(ow):
            region = inputs[:, y * stride:y * stride + k, w * stride:w * stride + k]
            for f in range(filters):
                result[:, y, w, f] = np.sum(region * w[..., f], axis=(1, 2, 3)) + b[f]
    return result

rnd = np.random.RandomState(38)
inputs = rnd.randn(2, 6, 7, 3)
w = rnd.randn(3, 3, 3, 4)
b = rnd.randn(4)
print(conv_forward(inputs, w, b).shape)
print(conv_forward(inputs, w, b, 2)[1, 0])
