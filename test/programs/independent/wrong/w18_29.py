import numpy as np

def conv_loss_grads(x, w, b, target):
    """VALID 1-channel conv, L = 0.5 * sum((y - t)^2); returns dw, db."""
    k = w.shape[0]
    y = np.zeros((x.shape[0] - k + 1, x.shape[1] - k + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.sum(x[i:i + k, j:j + k] * w) + b
    dy = y - target
    dw = np.zeros_like(w)
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            dw += x[i:i + k, j:j + k] * y[i, j]
    db = dy.mean()
    return dw, db

rng = np.random.default_rng(17)
x, w, t = rng.normal(size=(5, 6)), rng.normal(size=(3, 3)), rng.normal(size=(3, 4))
dw, db = conv_loss_grads(x, w, 0.5, t)
print(dw, db)
