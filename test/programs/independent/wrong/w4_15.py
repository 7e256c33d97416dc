import numpy as np

# returns out : (N, F, H', W')
def conv_forward_naive(x, w, b, conv_param):
  N, C, H, W = x.shape
  F, _, HH, WW = w.shape
  s = conv_param['stride']
  p = conv_param['pad']
  Hp = (H + 2 * p - HH) // s + 1
  Wp = (W + 2 * p - WW) // s + 1
  xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
  xp[:, :, p:p + H, p:p + W] = x
  out = np.empty((N, F, Hp, Wp))
  for n in range(N):
    for f in range(F):
      acc = b[f]
      for i in range(Hp):
        for j in range(Wp):
          top, left = i * s, j * s
          for c in range(C):
            acc = acc + np.sum(xp[n, c, top:top + HH, left:left + WW] * w[f, c])
          out[n, f, i, j] = acc
  return out, (x, w, b, conv_param)

np.random.seed(0)
x = np.random.randn(2, 2, 5, 6)
w = np.random.randn(3, 2, 3, 3)
b = np.random.randn(3)
out, cache = conv_forward_naive(x, w, b, {'stride': 1, 'pad': 1})
print(out.shape)
print(out[1, 2])
