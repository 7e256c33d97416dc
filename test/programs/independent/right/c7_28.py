import numpy as np

def make_pool(f, stride, reduce=np.max):
    """Returns the two functions of a pooling layer; the state lives in the closure."""
    state = {}

    def forward(A):
        state["A"] = A
        m, H, W, C = A.shape
        oh, ow = (H - f) // stride + 1, (W - f) // stride + 1
        at = lambda i, j: A[:, i * stride:i * stride + f, j * stride:j * stride + f]
        return np.stack([np.stack([reduce(at(i, j), axis=(1, 2)) for j in range(ow)], 1) for i in range(oh)], 1)

    def backward(dA):
        A = state["A"]
        out = np.zeros(A.shape)
        for (n, i, j, c), g in np.ndenumerate(dA):
            y, x = i * stride, j * stride
            if reduce is np.max:
                win = A[n, y:y + f, x:x + f, c]
                dy, dx = np.argwhere(win == win.max())[0]
                out[n, y + dy, x + dx, c] += g
            else:
                out[n, y:y + f, x:x + f, c] += g / f / f
        return out

    return forward, backward

A = np.random.RandomState(6).randn(2, 5, 6, 3)
for fn in (np.max, np.mean):
    fwd, bwd = make_pool(2, 2, fn)
    y = fwd(A)
    print(y.shape, bwd(np.ones_like(y)).sum())
