import numpy as np

def tianchong(shuru, he):
    """same padding: shuru (gao, kuan, tongdao), he is odd"""
    p = (he - 1) / 2
    return np.pad(shuru, [(p, p), (p, p), (0, 0)], mode="constant")

def juanji(shuru, quanzhong, pianzhi):
    # quanzhong: (he, he, tongdao, shuchu_tongdao)
    he = quanzhong.shape[0]
    gao, kuan, _ = shuru.shape
    tianchong_hou = tianchong(shuru, he)
    shuchu = np.zeros((gao, kuan, quanzhong.shape[3]))
    for i in range(gao):
        for j in range(kuan):
            kuai = tianchong_hou[i:i + he, j:j + he, :]
            shuchu[i, j] = np.einsum("abc,abcd->d", kuai, quanzhong) + pianzhi
    return shuchu

suiji = np.random.RandomState(15)
print(juanji(suiji.randn(5, 4, 2), suiji.randn(3, 3, 2, 3), suiji.randn(3)).shape)
