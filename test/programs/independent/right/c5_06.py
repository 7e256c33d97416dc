import numpy as np

def conv_backward_naive(dout, cache):
  x, w, b, conv_param = cache
  s, p = conv_param['stride'], conv_param['pad']
  N, C, H, W = x.shape
  F, C, HH, WW = w.shape
  N, F, Ho, Wo = dout.shape
  xp = np.pad(x, ((0,), (0,), (p,), (p,)), mode='constant')
  dxp = np.zeros_like(xp)
  dw = np.zeros_like(w)
  db = dout.sum(axis=(0, 2, 3))
  for i in range(Ho):
    for j in range(Wo):
      win = xp[:, :, i*s:i*s+HH, j*s:j*s+WW]                # (N, C, HH, WW)
      for f in range(F):
        dw[f] += np.sum(win * dout[:, f, i, j][:, None, None, None], axis=0)
      for n in range(N):
        dxp[n, :, i*s:i*s+HH, j*s:j*s+WW] += np.sum(w * dout[n, :, i, j][:, None, None, None], axis=0)
  dx = dxp[:, :, p:H+p, p:W+p]
  return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2,)
dout = np.random.randn(4, 2, 5, 5)
conv_param = {'stride': 1, 'pad': 1}
dx, dw, db = conv_backward_naive(dout, (x, w, b, conv_param))
print('dx mean: ', dx.mean())
print('dw mean: ', dw.mean())
print('db: ', db)
