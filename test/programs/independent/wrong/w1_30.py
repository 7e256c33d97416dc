# 2d convolution, pure python (no numpy allowed in this exercise)

def convolution_2d(im, k):
    kh, kw = len(k), len(k[0])
    oh = len(im) - kh + 1
    ow = len(im[0]) - kw + 1
    res = [[0] * ow] * oh
    for i in range(oh):
        for j in range(ow):
            acc = 0
            for a in range(kh):
                for b in range(kw):
                    acc += im[i + a][j + b] * k[a][b]
            res[i][j] = acc
    return res

image = [
    [1, 2, 3, 0, 1],
    [4, 5, 6, 1, 0],
    [7, 8, 9, 2, 3],
    [1, 3, 5, 7, 9],
    [0, 2, 4, 6, 8]
]
kernel = [
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1]
]
for row in convolution_2d(image, kernel):
    print(row)
