import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters['stride']
    pad = hparameters['pad']
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f = W.shape[0]
    n_C = W.shape[-1]
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    n_H = (n_H_prev + 2 * pad - f) // stride + 1

    def window(sample, h, w):
        """Rows and columns outside of the image count as zero."""
        out = np.zeros(W.shape[:3])
        for dh in range(f):
            for dw in range(f):
                r, c = h * stride - pad + dh, w * stride - pad + dw
                if 0 <= r < n_H_prev and 0 <= c < n_W_prev:
                    out[dh, dw] = sample[r, c]
        return out

    Z = np.zeros((m, n_H, n_W, n_C))
    for i, sample in enumerate(A_prev):
        for w in range(n_W):
            for h in range(n_H):
                Z[i, h, w] = np.tensordot(window(sample, h, w), W, axes=3) + b.reshape(n_C)
    return Z, (A_prev, W, b, hparameters)

np.random.seed(27)
A_prev = np.random.randn(2, 5, 4, 3)
W = np.random.randn(3, 3, 3, 2)
b = np.random.randn(1, 1, 1, 2)
Z, cache = conv_forward(A_prev, W, b, {'pad': 2, 'stride': 2})
print(Z.shape)
