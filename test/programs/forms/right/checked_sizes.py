import numpy as np


class Conv:
    """Checks what it is given."""

    def __init__(self, filters=1, filter_shape=(3, 3), padding=1, stride=1):
        if not isinstance(padding, int):
            raise TypeError("padding must be an integer")
        if not isinstance(stride, int):
            raise TypeError("stride must be an integer")
        self.filters, self.filter_shape, self.padding, self.stride = filters, filter_shape, padding, stride
        self.weights = None

    def build(self, input_shape):
        height, width, channels = input_shape
        kh, kw = self.filter_shape
        self.weights = np.random.randn(self.filters, kh, kw, channels) * 0.1
        self.bias = np.zeros(self.filters)

    def forward(self, image):
        kh, kw = self.filter_shape
        p, s = self.padding, self.stride
        padded = np.pad(image, ((p, p), (p, p), (0, 0)))
        oh, ow = (padded.shape[0] - kh) // s + 1, (padded.shape[1] - kw) // s + 1
        out = np.zeros((oh, ow, self.filters))
        for i in range(oh):
            for j in range(ow):
                window = padded[i * s : i * s + kh, j * s : j * s + kw]
                out[i, j] = np.tensordot(self.weights, window, axes=3) + self.bias
        return out
