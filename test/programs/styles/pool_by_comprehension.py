import numpy as np

def pool_forward(A_prev, hparameters, mode='max'):
    m, nh, nw, nc = A_prev.shape
    f, step = hparameters['f'], hparameters['stride']
    reduce = {'max': np.max, 'average': np.mean}[mode]
    A = np.array([[[[reduce(A_prev[i, top:top + f, left:left + f, c])
                     for c in range(nc)]
                    for left in range(0, nw - f + 1, step)]
                   for top in range(0, nh - f + 1, step)]
                  for i in range(m)])
    return A, (A_prev, hparameters)

rng = np.random.RandomState(9)
A, cache = pool_forward(rng.randn(2, 6, 7, 3), {'f': 3, 'stride': 2})
A, cache = pool_forward(rng.randn(2, 6, 7, 3), {'f': 3, 'stride': 2}, mode='average')
