import numpy as np

class Conv1d:
    def __init__(self, weight, bias, stride=1, padding=0):
        self.params = {"w": weight, "b": bias}
        self.grads = {}
        self.stride, self.padding = stride, padding

    def forward(self, x):
        w, b = self.params["w"], self.params["b"]
        self.xp = np.pad(x, [(0, 0), (0, 0), (self.padding, self.padding)])
        k = w.shape[2]
        starts = range(0, self.xp.shape[2] - k + 1, self.stride)
        cols = [np.tensordot(self.xp[:, :, t:t + k], w, axes=([1, 2], [1, 2])) for t in starts]
        return np.stack(cols, axis=2) + b[None, :, None]

    def backward(self, dy):
        w = self.params["w"]
        k = w.shape[2]
        dxp = np.zeros(self.xp.shape)
        dw = np.zeros(w.shape)
        for t in range(dy.shape[2]):
            a = t * self.stride
            dw += dy[:, :, t].T.dot(self.xp[:, :, a:a + k].reshape(dy.shape[0], -1)).reshape(w.shape)
            dxp[:, :, a:a + k] += np.einsum('bo,oik->bik', dy[:, :, t], w)
        self.grads = {"w": dw, "b": dy.sum((0, 2))}
        L = dxp.shape[2] - 2 * self.padding
        return dxp[:, :, self.padding:][:, :, :L]

rng = np.random.RandomState(20)
c = Conv1d(rng.randn(4, 3, 5), rng.randn(4), stride=2, padding=2)
y = c.forward(rng.randn(2, 3, 12))
dx = c.backward(rng.randn(*y.shape))
print(y.shape, dx.shape, c.grads["w"].shape)
