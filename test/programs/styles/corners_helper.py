import numpy as np


def corners(h, w, stride, f):
    top = h * stride
    left = w * stride
    return top, top + f, left, left + f


def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                top, bottom, left, right = corners(h, w, stride, f)
                for c in range(n_C_prev):
                    window = A_prev[i, top:bottom, left:right, c]
                    if mode == "max":
                        A[i, h, w, c] = window.max()
                    elif mode == "average":
                        A[i, h, w, c] = window.mean()
    cache = (A_prev, hparameters)
    return A, cache


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                top, bottom, left, right = corners(h, w, stride, f)
                for c in range(n_C):
                    if mode == "max":
                        window = a_prev[top:bottom, left:right, c]
                        hit = (window == np.max(window)).astype(float)
                        dA_prev[i, top:bottom, left:right, c] += hit * dA[i, h, w, c]
                    else:
                        each = dA[i, h, w, c] / (f * f)
                        dA_prev[i, top:bottom, left:right, c] += np.full((f, f), each)
    return dA_prev
