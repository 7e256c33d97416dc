import numpy as np

class AdaptiveAvgPool2d:
    """Like torch.nn.AdaptiveAvgPool2d: window i covers floor(i*H/out) ... ceil((i+1)*H/out)."""

    def __init__(self, output_size):
        self.oh, self.ow = output_size

    def forward(self, x):
        n, c, h, w = x.shape
        y = np.zeros((n, c, self.oh, self.ow))
        for i in range(self.oh):
            r0 = i * h // self.oh
            r1 = (i + 1) * h // self.oh
            for j in range(self.ow):
                c0 = j * w // self.ow
                c1 = -(-(j + 1) * w // self.ow)
                y[:, :, i, j] = x[:, :, r0:r1, c0:c1].mean(axis=(2, 3))
        return y

x = np.arange(35.).reshape(1, 1, 5, 7)
print(AdaptiveAvgPool2d((3, 3)).forward(x))
print(AdaptiveAvgPool2d((1, 1)).forward(x))
