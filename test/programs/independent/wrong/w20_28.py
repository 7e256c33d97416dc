import numpy as np

def zero_pad(X, pad):
    """
    Pad with zeros all images of the dataset X. The padding is applied to the height and width of an image.

    Argument:
    X -- python numpy array of shape (m, n_H, n_W, n_C) representing a batch of m images
    pad -- integer, amount of padding around each image on vertical and horizontal dimensions

    Returns:
    X_pad -- padded image of shape (m, n_H + 2 * pad, n_W + 2 * pad, n_C)
    """
    m, n_H, n_W, n_C = X.shape
    side = np.zeros((m, n_H, pad, n_C))
    X_pad = np.concatenate((side, X, side), axis=2)
    top = np.zeros((m, pad, X_pad.shape[2], n_C))
    X_pad = np.concatenate((top, top, X_pad), axis=1)
    return X_pad

np.random.seed(1)
x = np.random.randn(4, 3, 5, 2)
x_pad = zero_pad(x, 2)
print("x.shape =", x.shape)
print("x_pad.shape =", x_pad.shape)
print("x_pad[1,3] =", x_pad[1, 3])
