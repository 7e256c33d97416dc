import numpy as np

class MaxPool2D:
    def __init__(self, size=2, stride=2):
        self.size = size
        self.stride = stride

    def __call__(self, image):
        h, w, c = image.shape
        oh, ow = (h - self.size) // self.stride + 1, (w - self.size) // self.stride + 1
        outputs = np.zeros((oh, ow, c))
        for i in range(oh):
            for j in range(ow):
                r, q = i * self.stride, j * self.stride
                outputs[i, j] = image[r:r + self.size, q:q + self.size].max(axis=(0, 1))
        return outputs.astype(np.uint8)
