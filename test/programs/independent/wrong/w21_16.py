import numpy as np

class GroupedConv2D:
    def __init__(self, in_ch, out_ch, k, groups=1, seed=0):
        assert in_ch % groups == 0 and out_ch % groups == 0
        rng = np.random.default_rng(seed)
        self.groups = groups
        self.weight = rng.normal(size=(out_ch, in_ch // groups, k, k))
        self.bias = rng.normal(size=out_ch)
        self.k = k

    def __call__(self, x):
        n, c, h, w = x.shape
        co = self.weight.shape[0]
        in_per = c // self.groups
        out_per = co // self.groups
        oh, ow = h - self.k + 1, w - self.k + 1
        y = np.empty((n, co, oh, ow))
        for o in range(co):
            g = o % self.groups
            xg = x[:, g * in_per:(g + 1) * in_per]
            for r in range(oh):
                for q in range(ow):
                    patch = xg[:, :, r:r + self.k, q:q + self.k]
                    y[:, o, r, q] = np.sum(patch * self.weight[o], axis=(1, 2, 3)) + self.bias[g]
        return y

conv = GroupedConv2D(4, 6, 3, groups=2)
x = np.random.default_rng(1).normal(size=(2, 4, 5, 6))
out = conv(x)
print(out.shape, out[:, :, 0, 0])
