import numpy as np

def conv_forward(A, W, b, stride=1, pad=0):
    """Channels last. Loops over kernel taps (backwards), not over output pixels."""
    m, H, Wd, C = A.shape
    fh, fw, _, K = W.shape
    P = np.zeros((m, H + 2 * pad, Wd + 2 * pad, C))
    P[:, pad:pad + H, pad:pad + Wd] = A
    oh = (H + 2 * pad - fh) // stride + 1
    ow = (Wd + 2 * pad - fw) // stride + 1
    Z = np.tile(b.reshape(1, 1, 1, K), (m, oh, ow, 1))
    for u in reversed(range(fh)):
        for v in range(fw - 1, -1, -1):
            tap = P[:, u:u + (oh - 1) * stride + 1:stride, v:v + (ow - 1) * stride + 1:stride]
            Z += tap @ W[u, v]
    return Z

np.random.seed(2)
A = np.random.randn(2, 5, 6, 3)
W = np.random.randn(3, 3, 3, 4)
b = np.random.randn(4)
print(conv_forward(A, W, b, stride=2, pad=1)[0, 0])
print(conv_forward(A, W, b).shape)
