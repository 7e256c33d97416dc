import numpy as np

def unfold(img, k, pad, step):
    """all k x k patches of a (C, H, W) image, one per column"""
    img = np.pad(img, ((0, 0), (pad, pad), (pad, pad)))
    cols = []
    for top in range(0, img.shape[1] - k + 1, step):
        for left in range(0, img.shape[2] - k + 1, step):
            cols.append(img[:, top:top + k, left:left + k].ravel())
    return np.stack(cols, axis=1)


class Conv2D:
    def __init__(self, weight, bias, step=1, pad=0):
        self.weight, self.bias = weight, bias
        self.step, self.pad = step, pad

    def __call__(self, batch):
        f, _, k, _ = self.weight.shape
        h = (batch.shape[2] + 2 * self.pad - k) // self.step + 1
        w = (batch.shape[3] + 2 * self.pad - k) // self.step + 1
        flat = self.weight.reshape(f, -1)
        maps = []
        for img in batch:
            cols = unfold(img, k, self.step, self.pad)
            maps.append((flat @ cols + self.bias[:, None]).reshape(f, h, w))
        return np.array(maps)


rng = np.random.default_rng(11)
layer = Conv2D(rng.normal(size=(4, 3, 3, 3)), rng.normal(size=4), step=1, pad=1)
print(layer(rng.normal(size=(2, 3, 6, 5)))[0, 0])
