import numpy as np

def col2im(col, input_shape, filter_h, filter_w, stride=1, pad=0):
    """
    col : (N*out_h*out_w, C*filter_h*filter_w)
    input_shape : e.g. (10, 1, 28, 28)
    """
    N, C, H, W = input_shape
    out_h = (H + 2*pad - filter_h)//stride + 1
    out_w = (W + 2*pad - filter_w)//stride + 1
    col = col.reshape(N, out_h, out_w, C, filter_h, filter_w).transpose(0, 3, 5, 4, 1, 2)

    img = np.zeros((N, C, H + 2*pad + stride - 1, W + 2*pad + stride - 1))
    for y in range(filter_h):
        y_max = y + stride*out_h
        for x in range(filter_w):
            x_max = x + stride*out_w
            img[:, :, y:y_max:stride, x:x_max:stride] += col[:, :, y, x, :, :]

    return img[:, :, pad:H - pad, pad:W - pad]


a = np.arange(2*3*3*1*2*2, dtype=float).reshape(2*3*3, -1)
print(col2im(a, (2, 1, 4, 4), 2, 2)[0, 0])
b = np.ones((2*3*3, 1*3*3))
print(col2im(b, (2, 1, 6, 6), 3, 3, stride=2, pad=1)[0, 0])
