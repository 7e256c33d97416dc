import numpy as np

def conv_forward_naive(x, w, b, conv_param):
  stride, pad = conv_param['stride'], conv_param['pad']
  N, C, H, W = x.shape
  F, _, HH, WW = w.shape
  H_out = 1 + (H + 2 * pad - HH) // stride
  W_out = 1 + (W + 2 * pad - WW) // stride
  out = np.zeros((N, F, H_out, W_out))
  xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
  for n in range(N):
    for f in range(F):
      for i in range(H_out):
        for j in range(W_out):
          out[n, f, i, j] = np.sum(xp[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW] * w[f]) + b[f]
  return out, (x, w, b, conv_param)

def conv_backward_naive(dout, cache):
  """
  A naive implementation of the backward pass for a convolutional layer.
  """
  x, w, b, conv_param = cache
  stride, pad = conv_param['stride'], conv_param['pad']
  N, C, H, W = x.shape
  F, _, HH, WW = w.shape
  _, _, H_out, W_out = dout.shape

  xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
  dxp = np.zeros_like(xp)
  dw = np.zeros_like(w)
  db = np.sum(np.sum(np.sum(dout, axis=3), axis=2), axis=1)

  for n in range(N):
    for f in range(F):
      for i in range(H_out):
        for j in range(W_out):
          hs, ws = i * stride, j * stride
          dw[f] += dout[n, f, i, j] * xp[n, :, hs:hs+HH, ws:ws+WW]
          dxp[n, :, hs:hs+HH, ws:ws+WW] = dout[n, f, i, j] * w[f]

  dx = dxp[:, :, pad:pad+H, pad:pad+W]
  return dx, dw, db

np.random.seed(231)
x = np.random.randn(4, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2,)
dout = np.random.randn(4, 2, 5, 5)
conv_param = {'stride': 1, 'pad': 1}

out, cache = conv_forward_naive(x, w, b, conv_param)
dx, dw, db = conv_backward_naive(dout, cache)
print('dx', dx.shape, 'dw', dw.shape, 'db', db.shape)
print(db)
