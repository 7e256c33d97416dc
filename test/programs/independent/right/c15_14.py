import numpy as np

def shendu_juanji(tu, he, kuozhang=1):
    """depthwise, dilated; tu (C, H, W), he (C, k, k)"""
    c, g, k = tu.shape
    n = he.shape[1]
    span = (n - 1) * kuozhang
    jieguo = 0
    for a in range(n):
        for b in range(n):
            jieguo = jieguo + he[:, a, b].reshape(-1, 1, 1) * tu[:, a * kuozhang:g - span + a * kuozhang, b * kuozhang:k - span + b * kuozhang]
    return jieguo

np.random.seed(5)
print(shendu_juanji(np.random.rand(3, 7, 8), np.random.rand(3, 3, 3), 2))
