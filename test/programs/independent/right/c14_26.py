import numpy as np

# juanji: erwei juanji, shuru (shuliang, gao, kuan, tongdao)
def juanji(shuru, quanzhong, pianzhi, bu=1, tianchong='valid'):
    shuliang, gao, kuan, tongdao = shuru.shape
    he_gao, he_kuan, _, shuchu_tongdao = quanzhong.shape
    if tianchong == 'same':
        chu_gao, chu_kuan = -(-gao // bu), -(-kuan // bu)
        bu_gao = max((chu_gao - 1) * bu + he_gao - gao, 0)
        bu_kuan = max((chu_kuan - 1) * bu + he_kuan - kuan, 0)
        shang, zuo = bu_gao // 2, bu_kuan // 2
        shuru = np.pad(shuru, ((0, 0), (shang, bu_gao - shang), (zuo, bu_kuan - zuo), (0, 0)))
    else:
        chu_gao = (gao - he_gao) // bu + 1
        chu_kuan = (kuan - he_kuan) // bu + 1
    shuchu = np.zeros((shuliang, chu_gao, chu_kuan, shuchu_tongdao))
    i = 0
    while i < chu_gao:
        j = 0
        while j < chu_kuan:
            kuai = shuru[:, i * bu:i * bu + he_gao, j * bu:j * bu + he_kuan, :]
            shuchu[:, i, j, :] = kuai.reshape(shuliang, -1) @ quanzhong.reshape(-1, shuchu_tongdao) + pianzhi
            j += 1
        i += 1
    return shuchu

np.random.seed(26)
shuru = np.random.randn(2, 6, 5, 3)
quanzhong = np.random.randn(3, 2, 3, 4)
pianzhi = np.random.randn(4)
print(juanji(shuru, quanzhong, pianzhi).shape)
print(juanji(shuru, quanzhong, pianzhi, bu=2, tianchong='same').shape)
