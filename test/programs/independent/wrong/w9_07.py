import numpy as np

class ConvLayer(object):
    """3-D image (C, H, W), valid, stride configurable."""

    def __init__(self, weights, bias, stride=1):
        self.weights, self.bias, self.stride = weights, bias, stride

    def forward(self, image):
        self.image = image
        nf, _, k, l = self.weights.shape
        s = self.stride
        rows = (image.shape[1] - k) // s + 1
        cols = (image.shape[2] - l) // s + 1
        res = np.zeros((nf, rows, cols))
        for y in range(rows):
            for x in range(cols):
                region = image[:, y * s:y * s + k, x * s:x * s + l]
                res[:, y, x] = np.sum(region * self.weights, axis=(1, 2, 3)) + self.bias
        return res

    def backward(self, delta):
        s = self.stride
        _, _, k, l = self.weights.shape
        self.grad_w = np.zeros_like(self.weights)
        self.grad_b = np.zeros_like(self.bias)
        d_image = np.zeros_like(self.image)
        for y in range(delta.shape[1]):
            for x in range(delta.shape[2]):
                region = image[:, y * s:y * s + k, x * s:x * s + l]
                for f in range(delta.shape[0]):
                    e = delta[f, y, x]
                    self.grad_w[f] += e * region
                    self.grad_b[f] += e
                    d_image[:, y * s:y * s + k, x * s:x * s + l] += e * self.weights[f]
        return d_image


rs = np.random.RandomState(0)
layer = ConvLayer(rs.randn(2, 3, 3, 3), rs.randn(2))
out = layer.forward(rs.randn(3, 6, 6))
print(out.shape)
print(layer.backward(np.ones_like(out)).shape, layer.grad_b)
