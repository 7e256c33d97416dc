import numpy as np


def convolution(inputs, weights, biases, hparams):
    s, p = hparams["stride"], hparams["pad"]
    f = weights.shape[0]
    big = np.pad(inputs, ((0, 0), (p, p), (p, p), (0, 0)))
    rows = (big.shape[1] - f) // s + 1
    cols = (big.shape[2] - f) // s + 1
    result = np.zeros((inputs.shape[0], rows, cols, weights.shape[3]))
    for r in range(rows):
        for c in range(cols):
            piece = big[:, r * s:r * s + f, c * s:c * s + f]
            result[:, r, c] = np.tensordot(piece, weights, axes=3) + biases.ravel()
    return result


def convolution_backward(grad, inputs, weights, hparams):
    s, p = hparams["stride"], hparams["pad"]
    f = weights.shape[0]
    big = np.pad(inputs, ((0, 0), (p, p), (p, p), (0, 0)))
    d_big, d_weights = np.zeros_like(big), np.zeros_like(weights)
    for r in range(grad.shape[1]):
        for c in range(grad.shape[2]):
            here = (slice(None), slice(r * s, r * s + f), slice(c * s, c * s + f))
            d_big[here] += np.tensordot(grad[:, r, c], weights, axes=(1, 3))
            d_weights += np.tensordot(big[here], grad[:, r, c], axes=(0, 0))
    n_rows, n_cols = inputs.shape[1:3]
    return d_big[:, p:p + n_rows, p:p + n_cols], d_weights, grad.sum(axis=(0, 1, 2))
