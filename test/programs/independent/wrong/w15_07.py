import numpy as np

def create_mask_from_window(x):
    return x == np.max(x)

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    return np.ones(shape) * dz / (n_H * n_W)

def pool_backward(dA, cache, mode="max"):
    """
    Arguments:
    dA -- gradient of cost with respect to the output of the pooling layer
    cache -- (A_prev, hparameters)
    mode -- "max" or "average"
    Returns:
    dA_prev -- gradient with respect to A_prev
    """
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    if mode == "max":
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * a_prev_slice
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] = distribute_value(da, (f, f))
    assert dA_prev.shape == A_prev.shape
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 7, 5, 2)
hparameters = {"stride": 2, "f": 3}
dA = np.random.randn(5, 3, 2, 2)
print("max:", pool_backward(dA, (A_prev, hparameters), mode="max")[1, 1])
print("average:", pool_backward(dA, (A_prev, hparameters), mode="average")[1, 1])
