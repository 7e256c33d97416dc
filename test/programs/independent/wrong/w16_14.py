import numpy as np

# zuida chihua: max pooling, tongdao zai qian (C, H, W)
def zuida_chihua(tu, he, buchang):
    tongdao, gao, kuan = tu.shape
    chu_gao = (gao - he) // buchang + 1
    chu_kuan = (kuan - he) // buchang + 1
    jieguo = np.zeros((tongdao, chu_gao, chu_kuan))
    for t in range(tongdao):
        for i in range(chu_gao):
            for j in range(chu_kuan):
                zuida = 0
                for a in range(he):
                    for b in range(he):
                        zhi = tu[t, i * buchang + a, j * buchang + b]
                        if zhi > zuida:
                            zuida = zhi
                jieguo[t, i, j] = zuida
    return jieguo

np.random.seed(8)
tu = np.random.randn(2, 6, 5) - 1.0
print(zuida_chihua(tu, 2, 2))
print(zuida_chihua(tu, 3, 1))
