# image: list of channels, each a list of rows
def conv3d_lists(image, filt, bias=0):
    C, H, W = len(image), len(image[0]), len(image[0][0])
    kh, kw = len(filt[0]), len(filt[0][0])
    out = []
    for i in range(H - kh + 1):
        row = []
        for j in range(W - kw + 1):
            total = 0
            for c in range(C):
                total = 0
                for a in range(kh):
                    for b in range(kw):
                        total += image[c][i + a][j + b] * filt[c][a][b]
            row.append(total + bias)
        out.append(row)
    return out

red = [[1, 2, 0], [0, 1, 3], [2, 2, 1]]
green = [[0, 1, 1], [1, 0, 2], [3, 1, 0]]
blue = [[2, 0, 1], [1, 1, 1], [0, 2, 2]]
filt = [[[1, 0], [0, 1]], [[0, 1], [1, 0]], [[1, 1], [-1, -1]]]
print(conv3d_lists([red, green, blue], filt, 1))
