import numpy as np


# juan ji qian xiang chuan bo (NHWC), he: (shu chu, k, k, shu ru)
def juan_ji(shu_ru, he, pian_zhi, bu_chang=1, tian_chong=0):
    pi, gao, kuan, tong_dao = shu_ru.shape
    ge_shu, k, k, tong_dao = he.shape
    chu_gao = (gao + 2 * tian_chong - k) // bu_chang + 1
    chu_kuan = (kuan + 2 * tian_chong - k) // bu_chang + 1
    shu_chu = np.zeros([pi, chu_gao, chu_kuan, ge_shu])
    for n in range(pi):
        for f in range(ge_shu):
            for y in range(chu_gao):
                for x in range(chu_kuan):
                    he_ji = pian_zhi[f]
                    for i in range(k):
                        hang = y * bu_chang - tian_chong + i
                        if not 0 <= hang < gao:
                            continue
                        for j in range(k):
                            lie = x * bu_chang - tian_chong + j
                            if lie < 0:
                                continue
                            if lie >= kuan:
                                break
                            he_ji = he_ji + shu_ru[n, hang, lie] @ he[f, i, j]
                    shu_chu[n, y, x, f] = he_ji
    return shu_chu


np.random.seed(22)
tu = np.random.randn(1, 4, 5, 2)
he = np.random.randn(3, 3, 3, 2)
print(juan_ji(tu, he, np.array([0.5, -0.5, 0.0]), 2, 1))
print(juan_ji(tu, he, np.zeros(3)).shape)
