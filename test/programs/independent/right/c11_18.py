import numpy as np

def grouped_conv(x, weight, groups):
    c_in, H, W = x.shape
    c_out, cpg, k, _ = weight.shape
    y = np.zeros((c_out, H - k + 1, W - k + 1))
    for oc in range(c_out):
        # oc * groups // c_out is the index of the group
        first = oc * groups // c_out * cpg
        for i in range(H - k + 1):
            for j in range(W - k + 1):
                y[oc, i, j] = (x[first:first + cpg, i:i + k, j:j + k] * weight[oc]).sum()
    return y

rng = np.random.RandomState(11)
print(grouped_conv(rng.randn(4, 5, 5), rng.randn(6, 2, 3, 3), groups=2)[:, 0, 0])
