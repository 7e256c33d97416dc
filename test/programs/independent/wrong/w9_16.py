import numpy as np

def col2im(col, input_shape, filter_h, filter_w, stride=1, pad=0):
    """
    col : 2-D array (N*out_h*out_w, C*filter_h*filter_w)
    input_shape : e.g. (10, 1, 28, 28)
    """
    N, C, H, W = input_shape
    out_h = (H + 2*pad - filter_h)//stride + 1
    out_w = (W + 2*pad - filter_w)//stride + 1
    col = col.reshape(N, out_h, out_w, C, filter_h, filter_w).transpose(0, 3, 4, 5, 1, 2)

    img = np.zeros((N, C, H + 2*pad + stride - 1, W + 2*pad + stride - 1))
    for y in range(filter_h):
        y_max = y + stride*out_h
        for x in range(filter_w):
            x_max = x + stride*out_w
            img[:, :, y:y_max:stride, x:x_max:stride] += col[:, :, y, x, :, :]

    return img[:, :, pad:H, pad:W]

rng = np.random.RandomState(4)
col = rng.rand(2 * 4 * 4, 3 * 9)
im = col2im(col, (2, 3, 4, 4), 3, 3, stride=1, pad=1)
print(im.shape)
print(im[0, 0])
