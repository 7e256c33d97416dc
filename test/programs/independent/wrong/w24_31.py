import numpy as np

class MaxPool2D:
    """Max pooling of one image (C, H, W); remembers the input for backprop."""

    def __init__(self, pool=2, stride=2):
        self.pool = pool
        self.stride = stride
        self.cache = {}

    def _regions(self, image):
        _, h, w = image.shape
        for i in range((h - self.pool) // self.stride):
            for j in range((w - self.pool) // self.stride + 1):
                top, left = i * self.stride, j * self.stride
                yield image[:, top:top + self.pool, left:left + self.pool], i, j

    def forward(self, image):
        self.cache["image"] = image
        c, h, w = image.shape
        nh = (h - self.pool) // self.stride + 1
        nw = (w - self.pool) // self.stride + 1
        out = np.zeros((c, nh, nw))
        for region, i, j in self._regions(image):
            out[:, i, j] = np.amax(region, axis=(1, 2))
        return out

    def backward(self, d_out):
        image = self.cache["image"]
        d_image = np.zeros(image.shape)
        for region, i, j in self._regions(image):
            for c in range(image.shape[0]):
                best = np.argmax(region[c])
                di, dj = divmod(best, self.pool)
                d_image[c, i * self.stride + di, j * self.stride + dj] += d_out[c, i, j]
        return d_image

np.random.seed(3)
layer = MaxPool2D(pool=3, stride=2)
image = np.random.randn(2, 7, 9)
out = layer.forward(image)
back = layer.backward(np.random.randn(*out.shape))
print(out)
print(back[0])
