import numpy as np

def conv1d_forward(x, w):
    return np.correlate(x, w, mode='valid')

def conv1d_backward(dy, x, w):
    dw = np.correlate(x, dy, mode='valid')
    dx = np.correlate(dy, w, mode='full')
    return dx, dw

x = np.array([1.0, 2.0, -1.0, 3.0, 0.5, -2.0])
w = np.array([0.2, -0.4, 1.0])
y = conv1d_forward(x, w)
dx, dw = conv1d_backward(np.array([1.0, 0.0, -1.0, 2.0]), x, w)
print(y, dx, dw)
