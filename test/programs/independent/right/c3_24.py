import numpy as np

# Tiefenweise separierbare Faltung (wie in MobileNet)
def depthwise(x, w, pad):
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    c, h, b = x.shape
    _, kh, kw = w.shape
    out = np.zeros((c, h - kh + 1, b - kw + 1))
    for k in range(c):                       # jeder Kanal hat seinen eigenen Filter
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[k, i, j] = np.sum(x[k, i:i + kh, j:j + kw] * w[k])
    return out

def separable_conv(x, w_depth, w_point, pad=1):
    tief = depthwise(x, w_depth, pad)
    # 1x1-Faltung: Kanäle mischen
    return np.einsum('oc,chw->ohw', w_point, tief)

np.random.seed(13)
bild = np.random.randn(3, 5, 6)
ergebnis = separable_conv(bild, np.random.randn(3, 3, 3), np.random.randn(4, 3))
print(ergebnis.shape, ergebnis[0, 0])
