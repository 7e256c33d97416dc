import numpy as np

class MaxUnpoolPair:
    """Max pooling that stores flat positions ("switches") and the matching backward pass."""

    def __init__(self, k):
        self.k = k

    def forward(self, x):
        H, W = x.shape
        k = self.k
        self.shape = (H, W)
        self.switches = []
        out = np.zeros((H // k, W // k))
        for r in range(H // k):
            for c in range(W // k):
                block = x[r*k:(r+1)*k, c*k:(c+1)*k]
                dr, dc = divmod(int(block.argmax()), k)
                out[r, c] = block[dr, dc]
                self.switches.append((r*k + dr) * H + (c*k + dc))
        return out

    def backward(self, dout):
        flat = np.zeros(self.shape[0] * self.shape[1])
        for pos, value in zip(self.switches, dout.ravel()):
            flat[pos] += value
        return flat.reshape(self.shape)

pool = MaxUnpoolPair(2)
x = np.random.RandomState(14).randn(4, 6)
y = pool.forward(x)
dx = pool.backward(np.arange(1.0, 7.0).reshape(2, 3))
print(dx)
