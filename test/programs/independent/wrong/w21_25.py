def conv2d_lists(picture, kernel, stride=1, rows=[]):
    """Plain python convolution on nested lists (no flip, no padding)."""
    kh, kw = len(kernel), len(kernel[0])
    for i in range(0, len(picture) - kh + 1, stride):
        row = []
        for j in range(0, len(picture[0]) - kw + 1, stride):
            total = 0
            for di in range(kh):
                for dj in range(kw):
                    total += picture[i + di][j + dj] * kernel[di][dj]
            row.append(total)
        rows.append(row)
    return rows

picture = [[1, 2, 0, 3, 1],
           [0, 1, 4, 2, 2],
           [5, 1, 1, 0, 3],
           [2, 2, 6, 1, 0]]
edge = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
blur = [[1, 1], [1, 1]]
first = conv2d_lists(picture, edge)
print(first)
second = conv2d_lists(picture, blur, 2)
print(second)
