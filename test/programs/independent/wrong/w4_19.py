import numpy as np

def im2col(input_data, filter_h, filter_w, stride=1, pad=0):
    """
    input_data : (データ数, チャンネル, 高さ, 幅)の4次元配列からなる入力データ
    filter_h : フィルターの高さ
    filter_w : フィルターの幅
    """
    N, C, H, W = input_data.shape
    out_h = (H + 2*pad - filter_h)//stride + 1
    out_w = (W + 2*pad - filter_w)//stride + 1

    img = np.pad(input_data, [(0,0), (0,0), (pad, pad), (pad, pad)], 'constant')
    col = np.zeros((N, C, filter_h, filter_w, out_h, out_w))

    for y in range(filter_h):
        y_max = y + stride*out_h
        for x in range(filter_w):
            x_max = x + stride*out_h
            col[:, :, y, x, :, :] = img[:, :, y:y_max:stride, x:x_max:stride]

    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N*out_h*out_w, -1)

def convolve(x, W, b, stride=1, pad=0):
    FN, C, FH, FW = W.shape
    N, _, H, Wd = x.shape
    oh = (H + 2*pad - FH)//stride + 1
    ow = (Wd + 2*pad - FW)//stride + 1
    out = im2col(x, FH, FW, stride, pad) @ W.reshape(FN, -1).T + b
    return out.reshape(N, oh, ow, FN).transpose(0, 3, 1, 2)

np.random.seed(7)
x1 = np.random.rand(1, 3, 7, 9)
W1 = np.random.rand(2, 3, 5, 5)
print(convolve(x1, W1, np.array([0.1, -0.1])).shape)
print(convolve(x1, W1, np.array([0.1, -0.1])))
