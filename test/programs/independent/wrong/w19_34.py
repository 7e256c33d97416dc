import numpy as np

def juanji(shuru, he, buchang=1):
    """shuru: (H, W) uint8 tupian, he: (k, k) uint8 juanji he"""
    k = he.shape[0]
    gao = (shuru.shape[0] - k) // buchang + 1
    kuan = (shuru.shape[1] - k) // buchang + 1
    shuchu = np.zeros((gao, kuan))
    for i in range(gao):
        for j in range(kuan):
            quyu = shuru[i * buchang:i * buchang + k, j * buchang:j * buchang + k]
            shuchu[i, j] = (quyu * he).sum()
    return shuchu

np.random.seed(34)
tupian = np.random.randint(0, 256, (5, 6), dtype=np.uint8)
he = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]], dtype=np.uint8)
jieguo = juanji(tupian, he)
print(jieguo)
