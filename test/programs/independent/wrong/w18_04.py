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
    col = col.transpose(0, 4, 5, 1, 2, 3).reshape(N*out_h*out_w, -1)
    return col

def conv_forward_im2col(x, W, b, param):
    FN, C, FH, FW = W.shape
    N, _, H, Wd = x.shape
    s, p = param['stride'], param['pad']
    out_h = 1 + (H + 2*p - FH)//s
    out_w = 1 + (Wd + 2*p - FW)//s
    col = im2col(x, FH, FW, s, p)
    col_W = W.reshape(-1, FN)
    out = np.dot(col, col_W) + b
    return out.reshape(N, out_h, out_w, -1).transpose(0, 3, 1, 2)

np.random.seed(0)
x = np.random.rand(2, 3, 7, 7)
W = np.random.rand(5, 3, 3, 3)
b = np.arange(5.0)
y = conv_forward_im2col(x, W, b, {'stride': 2, 'pad': 1})
print(y.shape)
print(y[1, 4])
