def conv_lists(img, ker):
    H, W = len(img), len(img[0])
    K, L = len(ker), len(ker[0])
    res = [[0] * (W - L + 1)] * (H - K + 1)
    for i in range(H - K + 1):
        for j in range(W - L + 1):
            acc = 0
            for a in range(K):
                for b in range(L):
                    acc += img[i + a][j + b] * ker[a][b]
            res[i][j] = acc
    return res

img = [[1, 2, 0, 3], [4, 1, 1, 0], [2, 5, 3, 1], [0, 2, 2, 7]]
out = conv_lists(img, [[1, 0], [2, -1]])
for row in out:
    print(row)
