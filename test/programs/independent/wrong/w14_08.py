import numpy as np

def zero_pad(X: np.ndarray, pad: int) -> np.ndarray:
    """
    Pad with zeros all images of the dataset X. Padding is applied to the
    height and width of an image.

    X -- (m, n_H, n_W, n_C) batch of m images
    pad -- amount of padding around each image on vertical and horizontal dimensions

    Returns X_pad -- (m, n_H + 2 * pad, n_W + 2 * pad, n_C)
    """
    nothing = (0, 0)
    around = (pad, pad)
    X_pad = np.pad(X, (nothing, nothing, around, around), mode="constant", constant_values=0)
    return X_pad


np.random.seed(1)
x = np.random.randn(4, 3, 3, 2)
x_pad = zero_pad(x, 2)
print("x.shape =", x.shape)
print("x_pad.shape =", x_pad.shape)
