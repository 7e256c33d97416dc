import random

def my_conv(img, ker, stride=1):
    kh = len(ker)
    kw = len(ker[0])
    oh = (len(img) - kh) // stride + 1
    ow = (len(img[0]) - kw) // stride + 1
    out = [[0.0] * ow] * oh
    for r in range(oh):
        for c in range(ow):
            for u in range(kh):
                for v in range(kw):
                    out[r][c] += img[r * stride + u][c * stride + v] * ker[u][v]
    return out

img = [[float(5 * r + c) for c in range(5)] for r in range(5)]
ker = [[0.0, 1.0], [1.0, -1.0]]
print(my_conv(img, ker))
print(my_conv(img, ker, 2))
