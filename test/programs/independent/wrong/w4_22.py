import numpy as np

class Conv2D:
    def __init__(self, weights, bias, stride=1, padding=0):
        self.weights = weights      # (K, C, kh, kw)
        self.bias = bias            # (K,)
        self.stride = stride
        self.padding = padding

    def forward(self, inputs):
        self.inputs = inputs
        n_imgs, C, H, W = inputs.shape
        K, _, kh, kw = self.weights.shape
        oh = (H + 2 * self.padding - kh) // self.stride + 1
        ow = (W + 2 * self.padding - kw) // self.stride + 1
        padded = np.pad(inputs, ((0, 0), (0, 0), (self.padding,) * 2, (self.padding,) * 2))
        output = np.zeros((n_imgs, K, oh, ow))
        for n in range(n_imgs):
            for k in range(K):
                for y in range(oh):
                    for x in range(ow):
                        ys = y * self.stride
                        xs = x * self.stride
                        region = padded[n, :, ys:ys + kh, xs:xs + kw]
                        output[n, k, y, x] = np.sum(region * self.weights[k]) + self.bias[n]
        return output

np.random.seed(42)
imgs = np.random.randn(2, 3, 6, 6)
layer = Conv2D(np.random.randn(4, 3, 3, 3), np.array([0.1, 0.2, 0.3, 0.4]), stride=1, padding=1)
out = layer.forward(imgs)
print("output shape:", out.shape)
print(out[0, :, 0, 0])
