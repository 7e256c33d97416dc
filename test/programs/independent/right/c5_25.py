import numpy as np

class GroupConv2d:
    def __init__(self, weight, bias, groups):
        self.weight, self.bias, self.groups = weight, bias, groups

    def __call__(self, x):
        n, c, h, w = x.shape
        f, cg, kh, kw = self.weight.shape
        fg = f // self.groups
        out = np.zeros((n, f, h - kh + 1, w - kw + 1))
        for g in range(self.groups):
            xg = x[:, g * cg:(g + 1) * cg]
            wg = self.weight[g * fg:(g + 1) * fg]
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    win = xg[:, :, i:i + kh, j:j + kw].reshape(n, -1)
                    out[:, g * fg:(g + 1) * fg, i, j] = win @ wg.reshape(fg, -1).T
        return out + self.bias.reshape(1, f, 1, 1)

torch_like = np.random.RandomState(17)
layer = GroupConv2d(torch_like.randn(4, 2, 3, 3), torch_like.randn(4), groups=2)
print(layer(torch_like.randn(1, 4, 5, 5)))
