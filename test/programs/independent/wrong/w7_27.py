# convolution in pure python, no numpy
def convolve(image, kernel):
    H, W = len(image), len(image[0])
    kh, kw = len(kernel), len(kernel[0])
    result = []
    for y in range(H - kh + 1):
        row = []
        total = 0
        for x in range(W - kw + 1):
            for dy in range(kh):
                for dx in range(kw):
                    total += image[y + dy][x + dx] * kernel[dy][dx]
            row.append(total)
        result.append(row)
    return result


img = [
    [1, 2, 0, 1, 3],
    [0, 1, 4, 2, 1],
    [2, 0, 1, 5, 0],
    [3, 1, 2, 0, 1],
]
edge = [
    [1, 0, -1],
    [2, 0, -2],
    [1, 0, -1],
]
for r in convolve(img, edge):
    print(r)
