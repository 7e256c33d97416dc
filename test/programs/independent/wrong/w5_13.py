import numpy as np

def conv_backward_naive(dout, cache):
  (x, w, b, conv_param) = cache
  (stride, pad) = (conv_param['stride'], conv_param['pad'])
  (N, C, H, W) = x.shape
  (F, _, HH, WW) = w.shape
  (_, _, Hd, Wd) = dout.shape
  x_pad = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
  dx_pad = np.zeros_like(x_pad)
  dw = np.zeros_like(w)
  db = np.zeros_like(b)
  for f in range(F):
    db[f] = dout[:, f].sum()
    for i in range(Hd):
      for j in range(Wd):
        g = dout[:, f, i, j].reshape(N, 1, 1, 1)
        dw[f] += np.sum(x_pad[:, :, i:i + HH, j:j + WW] * g, axis=0)
        dx_pad[:, :, i * stride:i * stride + HH, j * stride:j * stride + WW] += w[f] * g
  dx = dx_pad[:, :, pad:H + pad, pad:W + pad]
  return dx, dw, db

np.random.seed(231)
x = np.random.randn(2, 3, 7, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2)
dout = np.random.randn(2, 2, 4, 3)
dx, dw, db = conv_backward_naive(dout, (x, w, b, {'stride': 2, 'pad': 1}))
print(dw[0])
