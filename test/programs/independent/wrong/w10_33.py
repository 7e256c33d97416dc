import numpy as np


class ConvLayer:
    def __init__(self, num_filters, filter_size):
        self.num_filters = num_filters
        self.filter_size = filter_size
        self.filters = np.random.randn(num_filters, filter_size, filter_size) / filter_size ** 2

    def iterate_regions(self, image):
        """Generates all possible regions using valid padding (image is 2d)."""
        h, w = image.shape
        k = self.filter_size
        for i in range(h - k + 1):
            for j in range(w - k + 1):
                yield image[i:i + k, j:j + k], i, j

    def forward(self, image):
        self.last_input = image
        h, w = image.shape
        k = self.filter_size
        output = np.zeros((h - k + 1, w - k + 1, self.num_filters))
        for region, i, j in self.iterate_regions(image):
            output[i, j] = np.sum(region @ self.filters, axis=(1, 2))
        return output


np.random.seed(77)
conv = ConvLayer(4, 3)
image = np.random.rand(8, 7)
out = conv.forward(image)
print(out.shape, out[0, 0])
