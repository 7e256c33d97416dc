import numpy as np

# pooling written with explicit comparisons, layout (H, W, C)
def maxpooling(tu, chuang, bu):
    gao, kuan, tongdao = tu.shape
    out_gao = int((gao - chuang) / bu) + 1
    out_kuan = round((kuan - chuang) / bu) + 1
    jieguo = np.zeros((out_gao, out_kuan, tongdao))
    for c in range(tongdao):
        for i in range(out_gao):
            for j in range(out_kuan):
                zuida = tu[i * bu, j * bu, c]
                for zhi in tu[i * bu:i * bu + chuang, j * bu:j * bu + chuang, c].flat:
                    if zhi < zuida:
                        zuida = zhi
                jieguo[i, j, c] = zuida
    return jieguo

np.random.seed(33)
tu = np.random.randint(0, 50, (7, 9, 2)).astype(float)
print(maxpooling(tu, 3, 4)[:, :, 0])
print(maxpooling(tu, 2, 4).shape)
