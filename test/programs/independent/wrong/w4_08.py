import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    s, p = hparameters['stride'], hparameters['pad']
    n_H = (n_H_prev - f + 2*p)//s + 1
    n_W = (n_W_prev - f + 2*p)//s + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = np.pad(A_prev, ((0,0),(p,p),(p,p),(0,0)))
    for h in range(n_H):
        for w in range(n_W):
            # all examples in one go
            a_slice = A_prev_pad[:, h*s:h*s+f, w*s:w*s+f, :]
            for c in range(n_C):
                Z[:, h, w, c] = np.sum(a_slice * W[:,:,:,c], axis=(1,2,3)) + b[0,0,0,0]
    return Z, (A_prev, W, b, hparameters)

np.random.seed(3)
A_prev = np.random.randn(2, 6, 5, 3)
W = np.random.randn(3, 3, 3, 4)
b = np.random.randn(1, 1, 1, 4)
Z, cache = conv_forward(A_prev, W, b, {'pad': 1, 'stride': 1})
print(Z.shape, Z[0, 0, 0])
