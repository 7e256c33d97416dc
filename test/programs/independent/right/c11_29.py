import numpy as np

def juanji(tupian, hejuzhen, pianzhi, buchang=1, tianchong=0):
    """tupian: (H, W, C); hejuzhen: (K, kh, kw, C); pianzhi: (K,)"""
    gao, kuan, tongdao = tupian.shape
    shuliang, kh, kw, _ = hejuzhen.shape
    if tianchong:
        tupian = np.pad(tupian, [(tianchong, tianchong)] * 2 + [(0, 0)])
    chugao = (gao - kh + 2 * tianchong + buchang) // buchang
    chukuan = (kuan - kw + 2 * tianchong + buchang) // buchang
    jieguo = np.zeros((chugao, chukuan, shuliang))
    for hang in range(chugao):
        for lie in range(chukuan):
            quyu = tupian[hang * buchang:, lie * buchang:][:kh, :kw]
            jieguo[hang, lie] = (hejuzhen * quyu).sum(axis=(1, 2, 3)) + pianzhi
    return jieguo

rng = np.random.default_rng(8)
print(juanji(rng.random((5, 6, 3)), rng.random((2, 3, 3, 3)), np.array([0.0, 1.0]), buchang=2, tianchong=1))
