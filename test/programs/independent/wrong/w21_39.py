import numpy as np

class TransposedConv:
    """y[n,o] = sum_c x[n,c] (*)^T w[c,o]  with stride, padding and output_padding."""

    def __init__(self, w, b, stride=2, padding=0, output_padding=0):
        self.w, self.b = w, b
        self.s, self.p, self.op = stride, padding, output_padding

    def forward(self, x):
        N, C, H, W = x.shape
        _, O, kh, kw = self.w.shape
        s = self.s
        # insert s-1 zeros between neighbours
        up = np.zeros((N, C, H * s, W * s))
        up[:, :, ::s, ::s] = x
        a, c = kh - 1 - self.p, kw - 1 - self.p
        up = np.pad(up, ((0, 0), (0, 0), (a, a + self.op), (c, c + self.op)))
        wf = self.w
        v = np.lib.stride_tricks.sliding_window_view(up, (kh, kw), axis=(2, 3))
        return np.einsum('nchwij,coij->nohw', v, wf) + self.b[None, :, None, None]

rng = np.random.default_rng(39)
layer = TransposedConv(rng.normal(size=(3, 2, 4, 3)), rng.normal(size=2), 2, 1, 1)
x = rng.normal(size=(2, 3, 4, 5))
y = layer.forward(x)
print(y.shape)
