import numpy as np

def im2col(sample, kh, kw, stride):
    """Rows are flattened patches of one sample (H, W, C)."""
    H, W, C = sample.shape
    rows = []
    for y in range(0, H - kh + 1, stride):
        for x in range(0, W - kw + 1, stride):
            rows.append(sample[y:y + kh, x:x + kw, :].ravel())
    return np.array(rows)

def col2im(rows, shape, kh, kw, stride):
    H, W, C = shape
    sample = np.zeros(shape)
    idx = 0
    for y in range(0, H - kh + 1, stride):
        for x in range(0, W - kw + 1, stride):
            sample[y:y + kh, x:x + kw, :] += rows[idx].reshape(kh, kw, C)
        idx += 1
    return sample

class ConvLayer:
    """Batch of channels-last images, weights (kh, kw, C, F), no padding."""

    def __init__(self, weights, bias, stride=1):
        self.weights, self.bias, self.stride = weights, bias, stride

    def forward(self, batch):
        kh, kw, C, F = self.weights.shape
        self.in_shape = batch.shape
        oh = (batch.shape[1] - kh) // self.stride + 1
        ow = (batch.shape[2] - kw) // self.stride + 1
        self.cols = [im2col(s, kh, kw, self.stride) for s in batch]
        flat = self.weights.reshape(-1, F)
        return np.array([(c @ flat + self.bias).reshape(oh, ow, F) for c in self.cols])

    def backward(self, grad):
        kh, kw, C, F = self.weights.shape
        flat = self.weights.reshape(-1, F)
        d_flat = np.zeros_like(flat)
        d_batch = np.zeros(self.in_shape)
        for n, cols in enumerate(self.cols):
            g = grad[n].reshape(-1, F)
            d_flat += cols.T @ g
            d_batch[n] = col2im(g @ flat.T, self.in_shape[1:], kh, kw, self.stride)
        self.d_weights = d_flat.reshape(kh, kw, C, F)
        self.d_bias = grad.sum(axis=(0, 1, 2))
        return d_batch

np.random.seed(8)
layer = ConvLayer(np.random.randn(3, 2, 3, 4), np.random.randn(4), stride=2)
batch = np.random.randn(2, 7, 6, 3)
out = layer.forward(batch)
d_batch = layer.backward(np.random.randn(*out.shape))
print(out.shape, d_batch.shape, layer.d_weights.shape, layer.d_bias)
