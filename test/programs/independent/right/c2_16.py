import numpy as np

class Conv2DLayer:
    """Keras like: channels last, padding 'valid' or 'same' (stride 1)."""

    def __init__(self, kernel, bias, strides=(1, 1), padding='valid'):
        self.kernel = kernel          # (kh, kw, in, out)
        self.bias = bias
        self.strides = strides
        self.padding = padding

    def call(self, inputs):
        kh, kw, cin, cout = self.kernel.shape
        if self.padding == 'same':
            ph, pw = kh - 1, kw - 1
            inputs = np.pad(inputs, ((0, 0), (ph // 2, ph - ph // 2), (pw // 2, pw - pw // 2), (0, 0)))
        b, h, w, _ = inputs.shape
        sh, sw = self.strides
        oh, ow = (h - kh) // sh + 1, (w - kw) // sw + 1
        out = np.zeros((b, oh, ow, cout))
        for i in range(oh):
            for j in range(ow):
                win = inputs[:, i * sh:i * sh + kh, j * sw:j * sw + kw, :]
                out[:, i, j, :] = np.einsum('bhwc,hwcf->bf', win, self.kernel)
        return out + self.bias

layer = Conv2DLayer(np.ones((2, 3, 1, 2)), np.array([0., 100.]), padding='same')
print(layer.call(np.arange(12.).reshape(1, 3, 4, 1))[0, :, :, 1])
