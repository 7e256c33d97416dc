import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv2d_nhwc(images, kernels, stride=1):
    '''images [N,H,W,C], kernels [kh,kw,C,F] -> [N,H',W',F] (valid)'''
    kh, kw = kernels.shape[:2]
    v = sliding_window_view(images, (kh, kw), axis=(1, 2))   # N,H',W',C,kh,kw
    v = v[:, :, ::stride, ::stride]
    return np.tensordot(v, kernels.transpose(2, 0, 1, 3), axes=3)

rng = np.random.default_rng(3)
imgs = rng.normal(size=(2, 7, 9, 1))
ker = rng.normal(size=(3, 3, 1, 4))
print(conv2d_nhwc(imgs, ker).shape)
print(conv2d_nhwc(imgs, ker, stride=2).shape)
print(conv2d_nhwc(imgs, ker, stride=2)[0, :, :, 0])
