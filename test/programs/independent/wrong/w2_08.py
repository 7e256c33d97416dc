import numpy as np

def zero_pad(X, pad):
    """
    Pad with zeros all images of the dataset X.
    """
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant', constant_values=0)
    return X_pad

def conv_single_step(a_slice_prev, W, b):
    s = a_slice_prev * W
    Z = np.sum(s)
    Z = Z + float(b.item())
    return Z

def conv_forward(A_prev, W, b, hparameters):
    # 1. shapes
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    # 2. hyperparameters
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    # 3. size of the output
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int(n_W_prev - f + 2 * pad / stride) + 1
    Z = np.zeros([m, n_H, n_W, n_C])
    # 4. go
    A_prev_pad = zero_pad(A_prev, pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    a_slice_prev = A_prev_pad[i, h*stride:h*stride+f, w*stride:w*stride+f, :]
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])
    return Z, (A_prev, W, b, hparameters)

np.random.seed(1)
A_prev = np.random.randn(10,5,7,4)
W = np.random.randn(3,3,4,8)
b = np.random.randn(1,1,1,8)
Z, cache_conv = conv_forward(A_prev, W, b, {"pad" : 1, "stride": 2})
print("Z's mean =\n", np.mean(Z))
print("Z[3,2,1] =\n", Z[3,2,1])
