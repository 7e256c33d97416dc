import numpy as np

def avg_pool(x, size, stride):
    H, W = x.shape
    return np.array([[x[i:i + size, j:j + size].sum() / (stride * stride)
                      for j in range(0, W - size + 1, stride)]
                     for i in range(0, H - size + 1, stride)])

a = np.arange(25).reshape(5, 5)
print(avg_pool(a, 2, 2))
print(avg_pool(a, 3, 1))
