import numpy as np

K_SHAPE = (3, 3)

def grad_kernel(x, dout, dk=np.zeros(K_SHAPE)):
    """dL/dk of a single-channel valid correlation: correlate x with dout."""
    oh, ow = dout.shape
    for u in range(dk.shape[0]):
        for v in range(dk.shape[1]):
            dk[u, v] += np.vdot(x[u:u + oh, v:v + ow], dout)
    return dk.copy()

def grad_input(dout, k):
    kh, kw = k.shape
    dx = np.zeros((dout.shape[0] + kh - 1, dout.shape[1] + kw - 1))
    for u in range(kh):
        for v in range(kw):
            dx[u:u + dout.shape[0], v:v + dout.shape[1]] += k[u, v] * dout
    return dx

np.random.seed(8)
k = np.random.randn(*K_SHAPE)
for sample in range(3):
    x = np.random.randn(5, 6)
    dout = np.random.randn(3, 4)
    print("sample", sample)
    print(grad_kernel(x, dout))
    print(grad_input(dout, k))
