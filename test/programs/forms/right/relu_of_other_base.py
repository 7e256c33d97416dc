import numpy as np
from .base import Layer


class ReLU(Layer):
    def __init__(self):
        super().__init__()

    def forward(self, inputs, training):
        self.cache["inputs"] = inputs
        self.output = np.maximum(0, inputs)

    def backward(self, dvalues):
        self.dinputs = dvalues * (self.cache["inputs"] > 0)
