import numpy as np

def zuida_chihua(tu, chicun, buchang):
    # tu: liebiao de liebiao
    gao, kuan = len(tu), len(tu[0])
    jieguo = []
    hang = 0
    while hang + chicun <= gao:
        yihang = []
        lie = 0
        while lie + chicun <= kuan:
            yihang.append(max(max(t[lie:lie + chicun]) for t in tu[hang:hang + chicun]))
            lie += buchang
        jieguo.append(yihang)
        hang += buchang
    return jieguo

def zuida_chihua_fanxiang(tu, tidu, chicun, buchang):
    d = [[0.0] * len(tu[0]) for _ in tu]
    for i, yihang in enumerate(tidu):
        for j, g in enumerate(yihang):
            _, r, c = max((tu[r][c], r, c)
                          for r in range(i * buchang, i * buchang + chicun)
                          for c in range(j * buchang, j * buchang + chicun))
            d[r][c] += g
    return d

suiji = np.random.RandomState(22)
tu = suiji.permutation(35).reshape(5, 7).astype(float).tolist()
y = zuida_chihua(tu, 3, 2)
tidu = suiji.randn(2, 3).tolist()
d = zuida_chihua_fanxiang(tu, tidu, 3, 2)
print(y)
print(np.array(d))
