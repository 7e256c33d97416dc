import numpy as np

def juanji_qianxiang(shuru, he, pianzhi, buchang=1, tianchong=0):
    """shuru: (pici, gao, kuan, tongdao)  he: (shuliang, k, k, tongdao)"""
    pici, gao, kuan, tongdao = shuru.shape
    shuliang, k, _, _ = he.shape
    if tianchong > 0:
        kong = np.zeros((pici, gao + 2 * tianchong, kuan + 2 * tianchong, tongdao))
        kong[:, tianchong:-tianchong, tianchong:-tianchong, :] = shuru
        shuru = kong
    # the shape is read again after padding, so no 2 * tianchong below
    _, gao, kuan, _ = shuru.shape
    gao_out = (gao - k) // buchang + 1
    kuan_out = (kuan - k) // buchang + 1
    shuchu = np.zeros((pici, gao_out, kuan_out, shuliang))
    i = 0
    while i < gao_out * kuan_out:
        h, w = divmod(i, kuan_out)
        kuai = shuru[:, h * buchang:h * buchang + k, w * buchang:w * buchang + k]
        shuchu[:, h, w] = kuai.reshape(pici, -1) @ he.reshape(shuliang, -1).T + pianzhi
        i += 1
    return shuchu

suiji = np.random.RandomState(15)
print(juanji_qianxiang(suiji.randn(2, 5, 4, 2), suiji.randn(3, 3, 3, 2), suiji.randn(3), 2, 1).shape)
