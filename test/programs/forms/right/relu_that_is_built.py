import numpy as np


class ReluLayer:
    def __init__(self):
        self.mask = None

    def build(self, input_shape):
        self.expected_shape = input_shape
        return input_shape

    def forward(self, values):
        if self.expected_shape != values.shape[1:]:
            raise ValueError("built for another shape")
        self.mask = values > 0
        return np.maximum(0, values)

    def backward(self, dout):
        return dout * self.mask
