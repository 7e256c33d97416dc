import numpy as np


def conv2d_forward(inp, kernel, bias, stride=1, padding=0):
    batch, c_in, h_in, w_in = inp.shape
    c_out, _, k_h, k_w = kernel.shape
    h_out = (h_in + 2 * padding - k_h) // stride + 1
    w_out = (w_in + 2 * padding - k_w) // stride + 1
    res = np.zeros((batch, c_out, h_out, w_out))
    for b in range(batch):
        for co in range(c_out):
            for oh in range(h_out):
                for ow in range(w_out):
                    acc = 0.0
                    for ci in range(c_in):
                        for kh in range(k_h):
                            for kw in range(k_w):
                                ih = oh * stride - padding + kh
                                iw = ow * stride - padding + kw
                                if 0 <= ih < h_in and 0 <= iw < w_in:
                                    acc += inp[b, ci, ih, iw] * kernel[co, ci, kh, kw]
                    res[b, co, oh, ow] = acc + bias[co]
    return res


def conv2d_backward(grad, inp, kernel, stride=1, padding=0):
    batch, c_in, h_in, w_in = inp.shape
    c_out, _, k_h, k_w = kernel.shape
    _, _, h_out, w_out = grad.shape
    d_inp = np.zeros_like(inp)
    d_kernel = np.zeros_like(kernel)
    d_bias = np.zeros(c_out)
    for b in range(batch):
        for co in range(c_out):
            for oh in range(h_out):
                for ow in range(w_out):
                    g = grad[b, co, oh, ow]
                    d_bias[co] += g
                    for ci in range(c_in):
                        for kh in range(k_h):
                            ih = oh * stride - padding + kh
                            if ih < 0 or ih >= h_in:
                                continue
                            for kw in range(k_w):
                                iw = ow * stride - padding + kw
                                if iw < 0 or iw >= w_in:
                                    continue
                                d_inp[b, ci, ih, iw] += g * kernel[co, ci, kh, kw]
                                d_kernel[co, ci, kh, kw] += g * inp[b, ci, ih, iw]
    return d_inp, d_kernel, d_bias
