import numpy as np

class AvgPool2d:
    def __init__(self, kernel_size, stride=None):
        self.kernel_size = kernel_size
        self.stride = stride if stride is not None else kernel_size

    def forward(self, x):
        self.x_shape = x.shape
        B, C, H, W = x.shape
        k, s = self.kernel_size, self.stride
        out_h, out_w = (H - k) // s + 1, (W - k) // s + 1
        out = np.empty((B, C, out_h, out_w), dtype=x.dtype)
        for i in range(out_h):
            for j in range(out_w):
                out[:, :, i, j] = x[:, :, i * s:i * s + k, j * s:j * s + k].mean(axis=(2, 3))
        return out

    def backward(self, grad_out):
        k, s = self.kernel_size, self.stride
        B, C, out_h, out_w = grad_out.shape
        grad_in = np.zeros(self.x_shape)
        for i in range(out_h):
            for j in range(out_w):
                g = grad_out[:, :, i, j][:, :, None, None] / (k * k)
                grad_in[:, :, i * s:i * s + s, j * s:j * s + s] += g
        return grad_in

pool = AvgPool2d(3, stride=2)
x = np.arange(2 * 1 * 7 * 7, dtype=float).reshape(2, 1, 7, 7)
y = pool.forward(x)
print(y)
dx = pool.backward(np.ones_like(y))
print(dx[0, 0])
assert dx.shape == x.shape
