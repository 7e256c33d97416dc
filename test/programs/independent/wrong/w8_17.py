import numpy as np

class MaxPool:
    def __init__(self, size=2, stride=2):
        self.size = size
        self.stride = stride

    def iterate_regions(self, image):
        h, w, _ = image.shape
        new_h = (h - self.size) // self.stride + 1
        new_w = (w - self.size) // self.stride + 1
        for i in range(new_h):
            for j in range(new_w):
                top, left = i * self.stride, j * self.stride
                yield image[top:top + self.size, left:left + self.size], i, j

    def forward(self, image):
        self.last_input = image
        h, w, num_filters = image.shape
        output = np.zeros(((h - self.size) // self.stride + 1, (w - self.size) // self.stride + 1, num_filters))
        for region, i, j in self.iterate_regions(image):
            output[i, j] = np.amax(region, axis=(0, 1))
        return output

    def backprop(self, d_L_d_out):
        d_L_d_input = np.zeros(self.last_input.shape)
        rows, cols, depth = d_L_d_out.shape
        for i in range(rows):
            for j in range(cols):
                top = i * self.stride
                left = j
                for k in range(depth):
                    region = self.last_input[top:top + self.size, left:left + self.size, k]
                    r, c = np.unravel_index(np.argmax(region), region.shape)
                    d_L_d_input[top + r, left + c, k] += d_L_d_out[i, j, k]
            return d_L_d_input

np.random.seed(0)
img = np.random.randn(8, 6, 3)
pool = MaxPool()
out = pool.forward(img)
print(out.shape)
grad = pool.backprop(np.random.randn(*out.shape))
print(grad[:, :, 0])
