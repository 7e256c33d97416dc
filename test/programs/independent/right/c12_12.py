# Mathematical convolution (the kernel is mirrored), full size, lists only.


def convolve_full(a, k):
    ha, wa = len(a), len(a[0])
    hk, wk = len(k), len(k[0])
    out = []
    for y in range(ha + hk - 1):
        line = []
        for x in range(wa + wk - 1):
            s = 0
            for i in range(max(0, y - hk + 1), min(y, ha - 1) + 1):
                for j in range(max(0, x - wk + 1), min(x, wa - 1) + 1):
                    s += a[i][j] * k[y - i][x - j]
            line.append(s)
        out.append(line)
    return out


def convolve_valid(a, k):
    hk, wk = len(k), len(k[0])
    return [[sum(k[-1 - i][-1 - j] * a[y + i][x + j] for i in range(hk) for j in range(wk))
             for x in range(len(a[0]) - wk + 1)]
            for y in range(len(a) - hk + 1)]


a = [[1, 2, 0, 3], [0, 1, 4, 1], [5, 0, 2, 2]]
k = [[1, 0], [2, -1]]
print(convolve_full(a, k))
print(convolve_valid(a, k))
