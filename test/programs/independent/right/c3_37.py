import numpy as np

def rot180(k):
    return np.rot90(k, 2)

def full_correlate(d, k):
    kh, kw = k.shape
    d = np.pad(d, ((kh - 1,) * 2, (kw - 1,) * 2))
    return np.array([[np.vdot(d[i:i+kh, j:j+kw], k) for j in range(d.shape[1] - kw + 1)] for i in range(d.shape[0] - kh + 1)])

# dL/dX is the full correlation of dL/dY with the filter turned by 180 degrees
def input_gradient(dY, K):
    return full_correlate(dY, rot180(K))

def kernel_gradient(dY, X):
    h, w = dY.shape
    return np.array([[np.sum(X[i:i+h, j:j+w] * dY) for j in range(X.shape[1] - w + 1)] for i in range(X.shape[0] - h + 1)])

np.random.seed(15)
X = np.random.randn(5, 6)
K = np.random.randn(3, 3)
dY = np.random.randn(3, 4)
print(input_gradient(dY, K))
print(kernel_gradient(dY, X))
