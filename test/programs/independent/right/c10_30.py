import numpy as np

def conv_t_1d(x, w, stride=2):
    """Transposed 1-D convolution: overlap-add of scaled kernels. x (T,), w (k,)"""
    pieces = np.outer(x, w)
    out = np.zeros(stride * (len(x) - 1) + len(w))
    for t in range(len(x) - 1, -1, -1):
        end = t * stride + len(w)
        out[end - len(w):end] = out[end - len(w):end] + pieces[t]
    return out

x = np.array([1.0, 2.0, -1.0, 0.5])
w = np.array([1.0, 0.0, 3.0])
print(conv_t_1d(x, w))
print(conv_t_1d(x, w, stride=1))
