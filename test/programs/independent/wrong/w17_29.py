import numpy as np

class ZeroPadding2D(object):
    """
    Adds rows and columns of zeros around the images of a batch.
    padding: an int (same border everywhere) or a pair (rows, columns).
    data_format: channels last, i.e. (batch, rows, columns, channels)
    """
    def __init__(self, padding=(1, 1)):
        if isinstance(padding, int):
            padding = (padding, padding)
        self.padding = padding

    def forward(self, X):
        ph, pw = self.padding
        self.input_shape = X.shape
        return np.pad(X, ((0, 0), (ph, pw), (ph, pw), (0, 0)), mode='constant', constant_values=0)

    def backward(self, grad):
        ph, pw = self.padding
        _, h, w, _ = self.input_shape
        return grad[:, ph:ph + h, pw:pw + w, :]

np.random.seed(1)
X = np.random.randn(4, 3, 3, 2)
pad_layer = ZeroPadding2D((2, 2))
X_pad = pad_layer.forward(X)
print("X.shape =", X.shape, "X_pad.shape =", X_pad.shape)
print("X_pad[1, 1] =", X_pad[1, 1])
