import numpy as np


def gather_indices(channels, height, width, fh, fw, pad, stride):
    out_h = (height + 2 * pad - fh) // stride + 1
    out_w = (width + 2 * pad - fw) // stride + 1
    i0 = np.tile(np.repeat(np.arange(fh), fw), channels)
    j0 = np.tile(np.arange(fw), fh * channels)
    i1 = stride * np.repeat(np.arange(out_h), out_w)
    j1 = stride * np.tile(np.arange(out_w), out_h)
    rows = i0.reshape(-1, 1) + i1.reshape(1, -1)
    cols = j0.reshape(-1, 1) + j1.reshape(1, -1)
    depth = np.repeat(np.arange(channels), fh * fw).reshape(-1, 1)
    return depth, rows, cols, out_h, out_w


def conv_forward_im2col(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="constant")
    depth, rows, cols, out_h, out_w = gather_indices(C, H, W, HH, WW, pad, stride)
    matrix = padded[:, depth, rows, cols].transpose(1, 2, 0).reshape(C * HH * WW, -1)
    out = w.reshape(F, -1).dot(matrix) + b.reshape(-1, 1)
    out = out.reshape(F, out_h, out_w, N).transpose(3, 0, 1, 2)
    return out, (x, w, b, conv_param)


np.random.seed(5)
x = np.random.randn(2, 3, 5, 6)
w = np.random.randn(4, 3, 3, 3)
b = np.random.randn(4)
out, cache = conv_forward_im2col(x, w, b, {"stride": 1, "pad": 1})
