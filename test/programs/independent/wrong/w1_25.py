import numpy as np

class AvgPool2D:
    def __init__(self, kernel_size=2, stride=2):
        self.kernel_size = kernel_size
        self.stride = stride
        self.cache = {}

    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.kernel_size, self.stride
        H_out = (H - k) // s + 1
        W_out = (W - k) // s + 1
        out = np.zeros((N, C, H_out, W_out))
        for i in range(H_out):
            for j in range(W_out):
                out[:, :, i, j] = np.mean(X[:, :, i*s:i*s+k, j*s:j*s+k], axis=(2, 3))
        self.cache['X_shape'] = X.shape
        return out

    def backward(self, dout):
        N, C, H_out, W_out = dout.shape
        k, s = self.kernel_size, self.stride
        dX = np.zeros(self.cache['X_shape'])
        for i in range(H_out):
            for j in range(W_out):
                grad = dout[:, :, i, j][:, :, np.newaxis, np.newaxis]
                dX[:, :, i*s:i*s+k, j*s:j*s+k] += grad / (H_out * W_out)
        return dX

np.random.seed(11)
X = np.random.randn(2, 3, 4, 4)
pool = AvgPool2D(2, 2)
out = pool.forward(X)
dX = pool.backward(np.ones_like(out))
print(out.shape, dX.sum())
