import numpy as np

def zero_pad(X, pad):
    """
    Pad with zeros all images of the dataset X, on height and width only.

    Argument:
    X -- numpy array of shape (m, n_H, n_W, n_C)
    pad -- integer, amount of padding around each image

    Returns:
    X_pad -- padded image of shape (m, n_H + 2 * pad, n_W + 2 * pad, n_C)
    """
    widths = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    X_pad = np.pad(X, widths, mode='edge')
    return X_pad

np.random.seed(1)
x = np.random.randn(4, 3, 3, 2)
x_pad = zero_pad(x, 3)
print("x.shape =", x.shape)
print("x_pad.shape =", x_pad.shape)
print("x_pad[1,1] =", x_pad[1, 1])
