import numpy as np

def conv1d(signal, kernel, bias=0.0, stride=1, dilation=1):
    # signal (C, T), kernel (F, C, K) -> (F, T_out)
    F, C, K = kernel.shape
    extent = K * dilation
    T_out = (signal.shape[1] - extent) // stride + 1
    out = np.empty((F, T_out))
    for t in range(T_out):
        taps = t * stride + dilation * np.arange(K)
        out[:, t] = np.tensordot(kernel, signal[:, taps], axes=([1, 2], [0, 1])) + bias
    return out

rs = np.random.RandomState(9)
s = rs.standard_normal((2, 20))
print(conv1d(s, rs.standard_normal((3, 2, 4))).shape)
print(conv1d(s, rs.standard_normal((3, 2, 4)), dilation=3).shape)
