import numpy as np

# er wei juan ji (2D convolution), NCHW
def juanji(shuru, quanzhong, pianzhi=None, buchang=1, tianchong=0):
    pi, tongdao, gao, kuan = shuru.shape
    shuchu_tongdao, _, he_gao, he_kuan = quanzhong.shape
    if tianchong > 0:
        tianchong_hou = np.zeros((pi, tongdao, gao + 2 * tianchong, kuan + 2 * tianchong))
        tianchong_hou[:, :, tianchong:-tianchong, tianchong:-tianchong] = shuru
    else:
        tianchong_hou = shuru
    chu_gao = (gao + 2 * tianchong - he_gao) // buchang + 1
    chu_kuan = (kuan + 2 * tianchong - he_kuan) // buchang + 1
    jieguo = np.zeros(pi, shuchu_tongdao, chu_gao, chu_kuan)
    for hang in range(chu_gao):
        for lie in range(chu_kuan):
            kuai = tianchong_hou[:, :, hang * buchang:hang * buchang + he_gao,
                                 lie * buchang:lie * buchang + he_kuan]
            for k in range(shuchu_tongdao):
                jieguo[:, k, hang, lie] = np.sum(kuai * quanzhong[k], axis=(1, 2, 3))
    if pianzhi is not None:
        jieguo = jieguo + pianzhi.reshape(1, -1, 1, 1)
    return jieguo

np.random.seed(66)
tu = np.random.randn(2, 3, 5, 5)
he = np.random.randn(4, 3, 3, 3)
print(juanji(tu, he, np.zeros(4), 1, 1).shape)
