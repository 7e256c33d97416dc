import numpy as np

def zero_pad(X: np.ndarray, pad: int) -> np.ndarray:
    """
    Pad with zeros all images of the dataset X. The padding is applied to
    the height and width of an image only.

    X: (m, n_H, n_W, n_C)
    returns: (m, n_H + 2*pad, n_W + 2*pad, n_C)
    """
    X_pad = np.pad(X, pad, mode="constant", constant_values=0)
    return X_pad

np.random.seed(1)
x = np.random.randn(4, 3, 5, 2)
x_pad = zero_pad(x, 2)
print("x.shape =", x.shape)
print("x_pad.shape =", x_pad.shape)
print("x[1, 1] =", x[1, 1])
print("x_pad[1, 1] =", x_pad[1, 1])
