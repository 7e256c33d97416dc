import numpy as np

def conv_backward(dZ, cache):
    A_prev, W, b, hp = cache
    s, p = hp['stride'], hp['pad']
    k = W.shape[0]
    _, rows, cols, _ = A_prev.shape
    padded = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    d_padded = np.zeros(padded.shape)
    dW = np.zeros(W.shape)
    for r in range(dZ.shape[1]):
        for c in range(dZ.shape[2]):
            win = np.s_[:, r * s:r * s + k, c * s:c * s + k, :]
            g = dZ[:, r, c, :]
            d_padded[win] += np.einsum('no,ijco->nijc', g, W)
            dW += np.einsum('nijc,no->ijco', padded[win], g)
    db = dZ.sum(axis=(0, 1, 2)).reshape(b.shape)
    dA_prev = d_padded[:, p:p + rows, p:p + cols]
    return dA_prev, dW, db

rng = np.random.RandomState(4)
A_prev, W, b = rng.randn(2, 5, 6, 3), rng.randn(3, 3, 3, 2), rng.randn(1, 1, 1, 2)
dZ = rng.randn(2, 3, 3, 2)
dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {'stride': 2, 'pad': 1}))
