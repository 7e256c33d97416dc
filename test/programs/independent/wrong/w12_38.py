import numpy as np

def huadong_chihua(tu, he, bu):
    """zui da chi hua: tu (gao, kuan), he = chuang kou, bu = bu chang"""
    gao, kuan = tu.shape
    chu_gao = (gao - he) // bu + 1
    chu_kuan = (kuan - he) // bu + 1
    jieguo = np.zeros((chu_gao, chu_kuan))
    for i in range(chu_gao):
        for j in range(chu_kuan):
            zuida = 0
            for a in range(he):
                for b in range(he):
                    zhi = tu[i * bu + a, j * bu + b]
                    if zhi > zuida:
                        zuida = zhi
            jieguo[i, j] = zuida
    return jieguo

tu = -np.arange(1.0, 21.0).reshape(4, 5) / 10
tu[0, 0] = 0.5
print(huadong_chihua(tu, 2, 2))
print(huadong_chihua(tu, 3, 1))
