import numpy as np

def depthwise_conv2d(x, dw_kernel):
    """
    Depthwise convolution like tf.nn.depthwise_conv2d (VALID, stride 1).

    x:         (N, H, W, C)
    dw_kernel: (kH, kW, C, M), M = channel multiplier
    output:    (N, H', W', C * M); the M results of one input channel lie side by side
    """
    N, H, W, C = x.shape
    kH, kW, _, M = dw_kernel.shape
    oH, oW = H - kH + 1, W - kW + 1
    y = np.zeros((N, oH, oW, C * M))
    for ch in range(C):
        for m in range(M):
            acc = np.zeros((N, oH, oW))
            for u in range(kH):
                for v in range(kW):
                    acc += dw_kernel[u, v, ch, m] * x[:, u:u + oH, v:v + oW, ch]
            y[..., m * C + ch] = acc
    return y

np.random.seed(10)
x = np.random.randn(1, 5, 6, 3)
k = np.random.randn(2, 2, 3, 2)
y = depthwise_conv2d(x, k)
print(y.shape)
print(y[0, 0, 0])
