# coding: utf-8
import numpy as np


def im2col(input_data, filter_h, filter_w, stride=1, pad=0):
    N, C, H, W = input_data.shape
    out_h = (H + 2*pad - filter_h)//stride + 1
    out_w = (W + 2*pad - filter_w)//stride + 1

    img = np.pad(input_data, [(0,0), (0,0), (pad, pad), (pad, pad)], 'constant')
    col = np.zeros((N, C, filter_h, filter_w, out_h, out_w))

    for y in range(filter_h):
        y_max = y + stride*out_h
        for x in range(filter_w):
            x_max = x + stride*out_w
            col[:, :, y, x, :, :] = img[:, :, y:y_max:stride, x:x_max:stride]

    col = col.transpose(0, 4, 5, 2, 3, 1).reshape(N*out_h*out_w, -1)
    return col


rng = np.random.RandomState(7)
x1 = rng.rand(2, 3, 7, 7)
W = rng.rand(4, 3, 5, 5)
col1 = im2col(x1, 5, 5, stride=1, pad=0)
print(col1.shape)
y = np.dot(col1, W.reshape(4, -1).T).reshape(2, 3, 3, 4).transpose(0, 3, 1, 2)
print(y[0, 0])
