import numpy as np

def conv1d(x, w, b, stride=1, padding=0):
    """x (N, C, L), w (F, C, K), b (F,) -> (N, F, L_out)"""
    N, C, L = x.shape
    F, _, K = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    L_out = (L + 2 * padding - K) // stride + 1
    idx = stride * np.arange(L_out)[:, None] + np.arange(K)[None, :]
    patches = x[:, :, idx]                      # N C L_out K
    return np.einsum('nclk,fck->nfl', patches, w) + b[:, None]

rng = np.random.RandomState(2)
y = conv1d(rng.randn(2, 3, 10), rng.randn(4, 3, 3), rng.randn(4), stride=2, padding=1)
print(y.shape)
print(y[0])
