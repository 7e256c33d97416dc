import numpy as np

class Convolution:
    """valid, stride 1; x: (N, C, H, W)"""
    def __init__(self, W, b):
        self.params = {'W': W, 'b': b}
        self.col_W = W.reshape(W.shape[0], -1).T

    def _im2col(self, x):
        FN, C, FH, FW = self.params['W'].shape
        N, _, H, W = x.shape
        rows = []
        for n in range(N):
            for i in range(H - FH + 1):
                for j in range(W - FW + 1):
                    rows.append(x[n, :, i:i+FH, j:j+FW].ravel())
        return np.array(rows)

    def forward(self, x):
        FN, C, FH, FW = self.params['W'].shape
        N, _, H, W = x.shape
        col_W = self.col_W
        out = self._im2col(x) @ col_W + self.params['b']
        return out.reshape(N, H - FH + 1, W - FW + 1, FN).transpose(0, 3, 1, 2)

np.random.seed(9)
W = np.random.randn(2, 1, 2, 2)
conv = Convolution(W, np.zeros(2))
x = np.random.randn(1, 1, 3, 4)
print(conv.forward(x))
# ein Schritt SGD
conv.params['W'] = conv.params['W'] - 0.1 * np.ones_like(W)
print(conv.forward(x))
