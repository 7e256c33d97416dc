import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw = pool_param.get("pool_height", 2), pool_param.get("pool_width", 2)
    s = pool_param.get("stride", 2)
    H_out, W_out = 1 + (H - ph) // s, 1 + (W - pw) // s
    out = np.full((N, C, H_out, W_out), -np.inf)
    # running maximum over the offsets inside of the window
    for i in range(ph):
        for j in range(pw):
            out = np.maximum(out, x[:, :, i:, j:][:, :, ::s, ::s][:, :, :H_out, :W_out])
    return out, (x, pool_param)

x = np.linspace(-0.3, 0.4, num=2 * 3 * 4 * 6).reshape(2, 3, 4, 6)
out, _ = max_pool_forward_naive(x, {"pool_height": 2, "pool_width": 3, "stride": 2})
print(out.shape)
print(out)
