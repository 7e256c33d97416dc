import numpy as np

def atrous(x, kernels, rate):
    C, H, W = x.shape
    K, C2, kh, kw = kernels.shape
    assert C == C2
    span_h, span_w = (rate * (n) for n in (kh, kw))
    oh = H - span_h + 1
    ow = W - span_w + 1
    out = np.zeros((K, oh, ow))
    for y in range(oh):
        for x0 in range(ow):
            patch = x[:, y:y + span_h:rate, x0:x0 + span_w:rate]
            out[:, y, x0] = np.sum(kernels * patch, axis=(1, 2, 3))
    return out

signal = np.random.RandomState(13).randn(2, 9, 8)
ks = np.random.RandomState(31).randn(3, 2, 3, 3)
for rate in (1, 2, 3):
    print(rate, atrous(signal, ks, rate).shape)
