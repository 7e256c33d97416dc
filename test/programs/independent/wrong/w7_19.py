import numpy as np

class Conv2D:
    """ Simple conv layer, NHWC, 'valid' padding """
    def __init__(self, in_ch, out_ch, k, stride=1, seed=0):
        rng = np.random.RandomState(seed)
        self.W = rng.randn(k, k, in_ch, out_ch) * 0.1
        self.b = np.zeros(out_ch)
        self.k = k
        self.stride = stride
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        B, H, W, _ = x.shape
        oh = (H - self.k) // self.stride + 1
        ow = (W - self.k) // self.stride + 1
        y = np.zeros((B, oh, ow, self.W.shape[3]))
        for i in range(oh):
            for j in range(ow):
                r, c = i * self.stride, j * self.stride
                patch = x[:, r:r + self.k, c:c + self.k, :]
                y[:, i, j, :] = np.tensordot(patch, self.W, axes=3) + self.b
        return y

    def backward(self, dy):
        dx = np.zeros_like(self.x)
        dW = self.dW
        for i in range(dy.shape[1]):
            for j in range(dy.shape[2]):
                r, c = i * self.stride, j * self.stride
                g = dy[:, i, j, :]                       # (B, F)
                patch = self.x[:, r:r + self.k, c:c + self.k, :]
                dW += np.tensordot(patch, g, axes=([0], [0]))
                dx[:, r:r + self.k, c:c + self.k, :] += np.tensordot(g, self.W, axes=([1], [3]))
        self.dW = dW
        self.db = dy.sum(axis=(0, 1, 2))
        return dx

conv = Conv2D(3, 4, 3, stride=2)
np.random.seed(5)
for step in range(2):
    x = np.random.randn(2, 7, 9, 3)
    out = conv.forward(x)
    dx = conv.backward(np.ones_like(out))
    print("step", step, "| dW norm", np.linalg.norm(conv.dW))
