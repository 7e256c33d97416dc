import numpy as np

def juanji(tuxiang, hexin, buchang=1):
    """zhen zheng de juanji (hexin fanzhuan 180 du), dan tongdao"""
    gao, kuan = tuxiang.shape
    hg, hk = hexin.shape
    fanzhuan = np.rot90(hexin)
    chu_gao = (gao - hg) // buchang + 1
    chu_kuan = (kuan - hk) // buchang + 1
    jieguo = np.zeros((chu_gao, chu_kuan))
    for hang in range(chu_gao):
        for lie in range(chu_kuan):
            kuai = tuxiang[hang * buchang:hang * buchang + hg, lie * buchang:lie * buchang + hk]
            jieguo[hang, lie] = np.vdot(kuai, fanzhuan)
    return jieguo

np.random.seed(66)
tu = np.random.rand(6, 7)
h = np.arange(1.0, 10.0).reshape(3, 3)
print(juanji(tu, h))
print(juanji(tu, h, 2))
