import numpy as np

class ConvLayer:
    """NHWC convolution. Gradients are averaged over nothing: plain sums."""
    def __init__(self, weights, biases, stride=(1, 1)):
        self.weights = weights          # (kh, kw, c_in, c_out)
        self.biases = biases
        self.sy, self.sx = stride

    def forward(self, inputs):
        self.inputs = inputs
        kh, kw, _, n_f = self.weights.shape
        b, h, w, _ = inputs.shape
        oh, ow = (h - kh) // self.sy + 1, (w - kw) // self.sx + 1
        out = np.zeros((b, oh, ow, n_f))
        for y in range(oh):
            for x in range(ow):
                patch = inputs[:, y*self.sy:y*self.sy + kh, x*self.sx:x*self.sx + kw]
                out[:, y, x] = np.einsum('bijc,ijcf->bf', patch, self.weights)
        return out + self.biases

    def backward(self, grad):
        kh, kw, _, n_f = self.weights.shape
        self.d_weights = np.zeros_like(self.weights)
        d_inputs = np.zeros_like(self.inputs)
        for y in range(grad.shape[1]):
            for x in range(grad.shape[2]):
                sl = (slice(None), slice(y*self.sy, y*self.sy + kh), slice(x*self.sx, x*self.sx + kw))
                self.d_weights += np.einsum('bijc,bf->ijcf', self.inputs[sl], grad[:, y, x])
                d_inputs[sl] += np.einsum('bf,ijcf->bijc', grad[:, y, x], self.weights)
        self.d_biases = grad.reshape(-1, n_f).sum(0)
        return d_inputs

rng = np.random.RandomState(9)
layer = ConvLayer(rng.randn(3, 2, 2, 4), rng.randn(4), stride=(2, 1))
a = layer.forward(rng.randn(2, 7, 5, 2))
g = layer.backward(np.ones_like(a))
print(a.shape, g.shape, layer.d_weights.sum(), layer.d_biases)
