import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    """
    A naive implementation of the forward pass for a convolutional layer.

    Returns a tuple of:
    - out: Output data, of shape (N, F, H', W') where H' and W' are given by
      H' = 1 + (H + 2 * pad - HH) / stride
      W' = 1 + (W + 2 * pad - WW) / stride
    - cache: (x, w, b, conv_param)
    """
    pad = conv_param.get('pad', 0)
    stride = conv_param.get('stride', 1)
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    # pad by hand
    x_pad = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    x_pad[:, :, pad:pad + H, pad:pad + W] = x
    H1 = 1 + (H + 2 * pad - HH) // stride
    W1 = 1 + (W + 2 * pad - WW) // stride
    w_row = w.reshape(F, C * HH * WW)
    x_col = np.zeros((C * HH * WW, H1 * W1))
    out = np.zeros((N, F, H1, W1))
    for n in range(N):
        k = 0
        for i in range(0, H1 * stride, stride):
            for j in range(0, W1 * stride, stride):
                x_col[:, k] = x_pad[n, :, i:i + HH, j:j + WW].reshape(-1)
                k += 1
        out[n] = (w_row.dot(x_col) + b.reshape(F, 1)).reshape(F, H1, W1)
    cache = (x, w, b, conv_param)
    return out, cache

x_shape = (2, 3, 4, 4)
w_shape = (3, 3, 4, 4)
x = np.linspace(-0.1, 0.5, num=np.prod(x_shape)).reshape(x_shape)
w = np.linspace(-0.2, 0.3, num=np.prod(w_shape)).reshape(w_shape)
b = np.linspace(-0.1, 0.2, num=3)

conv_param = {'stride': 2, 'pad': 1}
out, _ = conv_forward_naive(x, w, b, conv_param)
correct_out = np.array([[[[-0.08759809, -0.10987781],
                           [-0.18387192, -0.2109216 ]],
                          [[ 0.21027089,  0.21661097],
                           [ 0.22847626,  0.23004637]],
                          [[ 0.50813986,  0.54309974],
                           [ 0.64082444,  0.67101435]]],
                         [[[-0.98053589, -1.03143541],
                           [-1.19128892, -1.24695841]],
                          [[ 0.69108355,  0.66880383],
                           [ 0.59480972,  0.56776003]],
                          [[ 2.36270298,  2.36904306],
                           [ 2.38090835,  2.38247847]]]])
print('difference: ', np.max(np.abs(out - correct_out)))
