import numpy as np

def conv_forward_naive(x, w, b, conv_param):
  N, C, H, W = x.shape
  F, C, HH, WW = w.shape
  S = conv_param['stride']
  P = conv_param['pad']
  x_pad = np.pad(x, ((0,), (0,), (P,), (P,)), 'constant')
  out = np.zeros((N, F, 1 + (H + 2 * P - HH) // S, 1 + (W + 2 * P - WW) // S))
  for n in range(N):
    for f in range(F):
      out[n, f] += b[f]
      for i, r in enumerate(range(0, H + 2 * P - HH + 1, S)):
        for j, c in enumerate(range(0, W + 2 * P - WW + 1, S)):
          out[n, f, i, j] += (x_pad[n, :, r:r + HH, c:c + WW] * w[f, :, :, :]).sum()
  return out, (x, w, b, conv_param)

np.random.seed(0)
x = np.random.randn(2, 3, 5, 6)
w = np.random.randn(4, 3, 3, 2)
b = np.array([0.1, -0.2, 0.3, 0])
out, cache = conv_forward_naive(x, w, b, dict(stride=2, pad=1))
print(out.shape)
print(out[0, 0])
