import numpy as np

class ConvLayer:
    """Convolution with einsum; forward stores what backward needs."""

    def __init__(self, W, b, stride, pad):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad
        self.grads = {}

    def _windows(self, xp):
        k = self.W.shape[2]
        v = np.lib.stride_tricks.sliding_window_view(xp, (k, k), axis=(2, 3))
        return v[:, :, ::self.stride, ::self.stride]

    def forward(self, x):
        p = self.pad
        self.x_shape = x.shape
        self.xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        out = np.einsum('bcyxuv,ocuv->boyx', self._windows(self.xp), self.W)
        return out + self.b[:, None]

    def backward(self, dout):
        p, s, k = self.pad, self.stride, self.W.shape[2]
        self.grads['b'] = np.einsum('boyx->o', dout)
        self.grads['W'] = np.einsum('boyx,bcyxuv->ocuv', dout, self._windows(self.xp))
        dxp = np.zeros(self.xp.shape)
        oh, ow = dout.shape[2:]
        for u in range(k):
            for v in range(k):
                part = np.einsum('boyx,oc->bcyx', dout, self.W[:, :, u, v])
                dxp[:, :, u:u + s * oh:s, v:v + s * ow:s] = part
        _, _, H, W = self.x_shape
        return dxp[:, :, p:p + H, p:p + W]


rs = np.random.RandomState(14)
layer = ConvLayer(rs.randn(4, 3, 3, 3), rs.randn(4), stride=1, pad=1)
y = layer.forward(rs.randn(2, 3, 4, 4))
dx = layer.backward(rs.randn(*y.shape))
print(y.shape, dx.shape)
print(y[0, 1])
print(layer.grads['W'][0, 0])
