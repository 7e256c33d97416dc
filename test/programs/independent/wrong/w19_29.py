import numpy as np

def conv_one(x, k):
    kh, kw = k.shape
    oh, ow = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[i, j] = np.sum(x[i:i+kh, j:j+kw] * k)
        return y

np.random.seed(29)
x = np.random.randn(5, 5)
k = np.random.randn(2, 2)
y = conv_one(x, k)
print(y)
