import numpy as np

def juanji(tupian, hexin, pianzhi=0.0, buchang=1, tianchong=0):
    """Single-image convolution, tupian: H x W, hexin: kh x kw."""
    gao, kuan = tupian.shape
    kh, kw = hexin.shape
    jieguo = []
    hang = -tianchong
    while hang + kh <= gao + tianchong:
        yihang = []
        lie = -tianchong
        while lie + kw <= kuan + tianchong:
            he = pianzhi
            for a in range(max(0, -hang), min(kh, gao - hang)):
                for b in range(max(0, -lie), min(kw, kuan - lie)):
                    he += tupian[hang + a, lie + b] * hexin[a, b]
            yihang.append(he)
            lie += buchang
        jieguo.append(yihang)
        hang += buchang
    return np.array(jieguo)

tupian = np.arange(1, 31).reshape(5, 6)
hexin = np.array([[1, 0, -1], [2, 1, -2], [1, 0, -1]])
print(juanji(tupian, hexin))
print(juanji(tupian, hexin, 0.5, 2, 1))
