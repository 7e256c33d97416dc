import numpy as np

class AvgPooling:

    def __init__(self, pool_size, stride):
        self.ph, self.pw = pool_size
        self.sh, self.sw = stride

    def forward(self, inputs):
        # inputs: (batch, height, width, channels)
        b, h, w, c = inputs.shape
        oh = (h - self.ph) // self.sh + 1
        ow = (w - self.pw) // self.sw + 1
        outputs = np.zeros((b, oh, ow, c))
        for y in range(oh):
            for x in range(ow):
                y0, x0 = y * self.sh, x * self.sw
                region = inputs[:, y0:y0 + self.ph, x0:x0 + self.pw, :]
                outputs[:, y, x, :] = np.mean(region, axis=(1, 2)) / (self.ph * self.pw)
        return outputs

layer = AvgPooling((2, 2), (2, 2))
data = np.arange(32, dtype=np.float64).reshape(1, 4, 4, 2)
print(layer.forward(data)[0, :, :, 0])
