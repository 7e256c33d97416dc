import numpy as np


def forward(A, K, bias, hp):
    s, p = hp["stride"], hp["pad"]
    m, H, W, C = A.shape
    kh, kw, _, F = K.shape
    oh, ow = (H + 2 * p - kh) // s + 1, (W + 2 * p - kw) // s + 1
    Ap = np.zeros((m, H + 2 * p, W + 2 * p, C))
    Ap[:, p:p + H, p:p + W] = A
    Z = np.empty((m, oh, ow, F))
    for y in range(oh):
        for x in range(ow):
            region = Ap[:, y * s:y * s + kh, x * s:x * s + kw, :, np.newaxis]
            Z[:, y, x, :] = np.sum(region * K, axis=(1, 2, 3))
    return Z + bias, (A, K, bias, hp)


def conv_backward(dZ, cache):
    A, K, bias, hp = cache
    s, p = hp["stride"], hp["pad"]
    m, H, W, C = A.shape
    kh, kw, _, F = K.shape
    _, oh, ow, _ = dZ.shape
    Ap = np.zeros((m, H + 2 * p, W + 2 * p, C))
    Ap[:, p:p + H, p:p + W] = A
    dAp = np.zeros(Ap.shape)
    dK = np.zeros(K.shape)
    db = np.zeros((1, 1, 1, F))
    for y in range(oh):
        for x in range(ow):
            region = Ap[:, y * s:y * s + kh, x * s:x * s + kw, :, np.newaxis]
            g = dZ[:, y, x, :][:, np.newaxis, np.newaxis, np.newaxis, :]
            dK += np.sum(region * g, axis=0)
            dAp[:, y * s:y * s + kh, x * s:x * s + kw, :] += np.sum(K * g, axis=-1)
            db += np.sum(g, axis=0)
    dA = dAp[:, p:p + H, p:p + W, :]
    return dA, dK, db


conv_forward = forward
