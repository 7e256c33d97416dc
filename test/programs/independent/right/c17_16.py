import numpy as np

def conv1d_causal(x, w, dilation=1):
    """x: (T, C_in), w: (K, C_in, C_out). Past values only."""
    T, C_in = x.shape
    K, _, C_out = w.shape
    y = np.zeros((T, C_out))
    for t in range(T):
        for k in range(K):
            past = t - (K - 1 - k) * dilation
            if past >= 0:
                y[t] += x[past] @ w[k]
    return y

def conv1d_causal_backward(dy, x, w, dilation=1):
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    K = len(w)
    for t in range(len(x))[::-1]:
        for k in range(K):
            past = t - (K - 1 - k) * dilation
            if past < 0:
                continue
            dx[past] += w[k] @ dy[t]
            dw[k] += np.outer(x[past], dy[t])
    return dx, dw

np.random.seed(16)
x = np.random.randn(9, 2)
w = np.random.randn(3, 2, 4)
y = conv1d_causal(x, w, dilation=2)
dy = np.random.randn(*y.shape)
dx, dw = conv1d_causal_backward(dy, x, w, dilation=2)
print(y.shape, dx.shape, dw.shape)
