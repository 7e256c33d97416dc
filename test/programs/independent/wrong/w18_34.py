import numpy as np

def avg_backward(dout, shape, k):
    dx = np.zeros(shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            dx[i * k:(i + 1) * k, j * k:(j + 1) * k] = dout[i, j] // (k * k)
    return dx

dout = np.array([[4.0, 6.0, -3.0], [1.0, 9.0, 8.0]])
dx = avg_backward(dout, (4, 6), 2)
print(dx)
