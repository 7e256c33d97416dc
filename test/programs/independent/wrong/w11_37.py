import numpy as np

def juanji(shuru, juanjihe, buchang=1, tianchong=0):
    """Danchong juanji: shuru (gao, kuan), juanjihe (k, k)"""
    if tianchong:
        shuru = np.pad(shuru, tianchong)
    gao, kuan = shuru.shape
    k = juanjihe.shape[0]
    shuchu = []
    for hang in range(0, gao - k + 1, buchang):
        yi_hang = []
        for lie in range(0, kuan - k + 1, buchang):
            chuangkou = shuru[hang:hang + k, lie:lie + k]
            yi_hang.append(np.sum(np.dot(chuangkou, juanjihe)))
        shuchu.append(yi_hang)
    return np.array(shuchu)

tupian = np.array([[1, 2, 0, 3, 1], [0, 1, 2, 3, 1], [2, 0, 1, 1, 0], [3, 1, 0, 2, 2]], dtype=float)
he = np.array([[1., 0., 2.], [0., 1., 0.], [-1., 0., 1.]])
print(juanji(tupian, he))
print(juanji(tupian, he, buchang=2, tianchong=1))
