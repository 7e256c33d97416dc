import numpy as np

def juanji(tu, he, bu=1):
    # tu: tuxiang (H, W), he: juanji he, bu: bufu
    gao, kuan = tu.shape
    hg, hk = he.shape
    shuchu_gao = (gao - hg) // bu + 1
    shuchu_kuan = (kuan - hk) // bu + 1
    jieguo = np.zeros((shuchu_gao, shuchu_kuan))
    hang = 0
    lie = 0
    while hang < shuchu_gao:
        while lie < shuchu_kuan:
            qu = tu[hang * bu:hang * bu + hg, lie * bu:lie * bu + hk]
            jieguo[hang, lie] = np.sum(qu * he)
            lie += 1
        hang += 1
    return jieguo

tu = np.arange(36, dtype=float).reshape(6, 6) ** 2 % 11
he = np.array([[1.0, 0.0], [0.0, -1.0]])
print(juanji(tu, he))
print(juanji(tu, he, bu=2))
