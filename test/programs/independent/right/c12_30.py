import numpy as np


def dan_bu_juanji(qiepian, juanjihe, pianzhi):
    """单步卷积: one window with one filter"""
    he = np.vdot(qiepian, juanjihe)
    jieguo = 0
    jieguo += he
    jieguo += np.sum(pianzhi)
    return jieguo


def juanji_qianxiang(tuxiang, juanjihe, pianzhi, buchang=1, tianchong=0):
    gao, kuan, tongdao = tuxiang.shape
    k, _, _, geshu = juanjihe.shape
    tian = np.zeros((gao + 2 * tianchong, kuan + 2 * tianchong, tongdao))
    tian[tianchong:gao + tianchong, tianchong:kuan + tianchong, :] = tuxiang
    hangshu = len(range(0, tian.shape[0] - k + 1, buchang))
    lieshu = len(range(0, tian.shape[1] - k + 1, buchang))
    shuchu = np.zeros((geshu, lieshu, hangshu))
    for hang in range(hangshu):
        for lie in range(lieshu):
            y, x = hang * buchang, lie * buchang
            for g in range(geshu):
                shuchu[g, lie, hang] = dan_bu_juanji(tian[y:y + k, x:x + k], juanjihe[..., g], pianzhi[g])
    return shuchu.transpose()


np.random.seed(66)
tuxiang = np.random.randn(5, 6, 2)
juanjihe = np.random.randn(3, 3, 2, 3)
pianzhi = np.random.randn(3)
jieguo = juanji_qianxiang(tuxiang, juanjihe, pianzhi, buchang=2, tianchong=1)
print(jieguo.shape)
print(jieguo[..., 0])
