import numpy as np

class Conv:
    def __init__(self, W, b, stride=1):
        self.W = W
        self.b = b
        self.stride = stride
        self.dW = np.zeros_like(W)
        self.db = np.zeros_like(b)

    def forward(self, x):
        self.x = x
        F, C, k, _ = self.W.shape
        N, _, H, Wd = x.shape
        s = self.stride
        out = np.zeros((N, F, (H - k) // s + 1, (Wd - k) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                patch = x[:, :, i*s:i*s+k, j*s:j*s+k].reshape(N, -1)
                out[:, :, i, j] = patch @ self.W.reshape(F, -1).T + self.b
        return out

    def backward(self, grad):
        F, C, k, _ = self.W.shape
        s = self.stride
        dx = np.zeros_like(self.x)
        self.db = grad.sum(axis=(0, 2, 3))
        for i in range(grad.shape[2]):
            for j in range(grad.shape[3]):
                g = grad[:, :, i, j]
                patch = self.x[:, :, i*s:i*s+k, j*s:j*s+k]
                self.dW += np.einsum('nf,nchw->fchw', g, patch)
                dx[:, :, i*s:i*s+k, j*s:j*s+k] += np.einsum('nf,fchw->nchw', g, self.W)
        return dx

np.random.seed(14)
net = Conv(np.random.randn(2, 1, 3, 3), np.zeros(2))
x = np.random.randn(2, 1, 5, 5)
for epoch in range(2):
    y = net.forward(x)
    net.backward(np.ones_like(y))
    print(epoch, net.dW[0, 0])
