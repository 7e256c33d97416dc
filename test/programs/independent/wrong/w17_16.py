# juanji (convolution) with implicit zero padding: no padded copy is made
import numpy as np

def juanji(tu, he, pianzhi, bu=1, tian=0):
    gao, kuan = tu.shape
    hg, hk = he.shape
    chu_g = (gao + 2 * tian - hg) // bu + 1
    chu_k = (kuan + 2 * tian - hk) // bu + 1
    jieguo = np.full((chu_g, chu_k), pianzhi, dtype=float)
    for i in range(chu_g):
        for j in range(chu_k):
            for m in range(hg):
                for n in range(hk):
                    hang = i * bu + m - tian
                    lie = j * bu + n - tian
                    if hang < gao and lie < kuan:
                        jieguo[i, j] += tu[hang, lie] * he[m, n]
    return jieguo

tu = np.array([[1, 2, 0, 1], [0, 1, 3, 2], [2, 2, 1, 0], [1, 0, 1, 4], [3, 1, 0, 2]])
he = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
print(juanji(tu, he, 0.5))
print(juanji(tu, he, 0.5, bu=1, tian=1))
