import numpy as np

class ConvNet1:
    """A single convolution (stride 1, no border), called image by image."""

    def __init__(self, weight, bias):
        self.weight = weight          # (F, C, k, k)
        self.bias = bias              # (F,)

    def _pixel(self, patch):
        response = self.bias
        for c, plane in enumerate(patch):
            response += (self.weight[:, c] * plane).sum(axis=(1, 2))
        return response

    def __call__(self, batch):
        k = self.weight.shape[-1]
        n, _, h, w = batch.shape
        result = np.empty((n, self.weight.shape[0], h - k + 1, w - k + 1))
        for i, image in enumerate(batch):
            for r in range(h - k + 1):
                for s in range(w - k + 1):
                    result[i, :, r, s] = self._pixel(image[:, r:r + k, s:s + k])
        return result

rs = np.random.RandomState(17)
net = ConvNet1(rs.randn(3, 2, 3, 3), np.array([0.1, 0.2, 0.3]))
data = rs.randn(2, 2, 4, 4)
print(net(data).shape)
print(net(data)[0, 0])
print(net.bias)
