import numpy as np

def shuru_tianchong(x, p):
    return np.pad(x, ((0, 0), (p, p), (p, p)), mode='constant')

def fenzu_juanji(x, w, zu, bu=1, p=0):
    """fen zu juan ji: x (C, H, W), w (F, C//zu, k, k)"""
    x = shuru_tianchong(x, p)
    C = x.shape[0]
    F, cz, k, _ = w.shape
    gao = (x.shape[1] - k) // bu + 1
    kuan = (x.shape[2] - k) // bu + 1
    y = np.zeros((F, gao, kuan))
    for f in range(F):
        kaishi = f * zu // F * cz        # di yi ge tong dao
        for i in range(gao):
            for j in range(kuan):
                y[f, i, j] = np.sum(x[kaishi:kaishi + cz, i*bu:i*bu+k, j*bu:j*bu+k] * w[f])
    return y

np.random.seed(25)
x = np.random.randn(6, 5, 7)
w = np.random.randn(9, 2, 3, 3)
print(fenzu_juanji(x, w, 3, bu=2, p=1).shape)
