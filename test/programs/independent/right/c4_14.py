import numpy as np

class Conv2D:
    """ stride and padding as pairs (vertical, horizontal) """

    def __init__(self, in_ch, out_ch, kernel_size=(3, 3), stride=(1, 1), padding=(0, 0), seed=0):
        rng = np.random.default_rng(seed)
        self.kh, self.kw = kernel_size
        self.sh, self.sw = stride
        self.ph, self.pw = padding
        limit = np.sqrt(6 / (in_ch * self.kh * self.kw))
        self.weight = rng.uniform(-limit, limit, (out_ch, in_ch, self.kh, self.kw))
        self.bias = rng.normal(size=out_ch)

    def __call__(self, x):
        x = np.pad(x, ((0, 0), (0, 0), (self.ph, self.ph), (self.pw, self.pw)))
        n, _, h, w = x.shape
        oh = (h - self.kh) // self.sh + 1
        ow = (w - self.kw) // self.sw + 1
        out = np.empty((n, len(self.bias), oh, ow))
        for r in range(oh):
            for c in range(ow):
                patch = x[:, :, r * self.sh:r * self.sh + self.kh, c * self.sw:c * self.sw + self.kw]
                out[:, :, r, c] = patch.reshape(n, -1) @ self.weight.reshape(len(self.bias), -1).T + self.bias
        return out

conv = Conv2D(3, 4, kernel_size=(3, 5), stride=(2, 1), padding=(1, 2))
x = np.random.default_rng(1).normal(size=(2, 3, 8, 9))
print(conv(x).shape)
print(conv(x)[0, 0])
