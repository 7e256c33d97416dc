import numpy as np


class PoolLayer:
    def __init__(self, pool_size, stride):
        self.size = pool_size
        self.stride = stride

    def forward(self, inputs):
        self.inputs = inputs
        batch, channels, height, width = inputs.shape
        oh = 1 + (height - self.size) // self.stride
        ow = 1 + (width - self.size) // self.stride
        self.switches = np.zeros((batch, channels, oh, ow), dtype=int)
        outputs = np.zeros((batch, channels, oh, ow))
        for n in range(batch):
            for c in range(channels):
                for i in range(oh):
                    for j in range(ow):
                        a, b = i * self.stride, j * self.stride
                        flat = inputs[n, c, a:a + self.size, b:b + self.size].ravel()
                        self.switches[n, c, i, j] = flat.argmax()
                        outputs[n, c, i, j] = flat[self.switches[n, c, i, j]]
        return outputs

    def backward(self, grad_output):
        grad_input = np.zeros(self.inputs.shape)
        batch, channels, oh, ow = grad_output.shape
        for n in range(batch):
            for c in range(channels):
                for i in range(oh):
                    for j in range(ow):
                        dy, dx = divmod(self.switches[n, c, i, j], self.size)
                        grad_input[n, c, i * self.stride + dy, j * self.stride + dx] += grad_output[n, c, i, j]
        return grad_input
