# convolution with plain Python lists, no stride, no padding


def convolve(picture, kernel):
    kh, kw = len(kernel), len(kernel[0])
    oh = len(picture) - kh + 1
    ow = len(picture[0]) - kw + 1
    result = [[0.0] * ow] * oh
    for y in range(oh):
        for x in range(ow):
            total = 0.0
            for dy, kernel_row in enumerate(kernel):
                for dx, weight in enumerate(kernel_row):
                    total += weight * picture[y + dy][x + dx]
            result[y][x] = total
    return result


picture = [
    [1, 2, 3, 0],
    [0, 1, 2, 3],
    [3, 0, 1, 2],
    [2, 3, 0, 1],
]
kernel = [
    [2, 0, 1],
    [0, 1, 2],
    [1, 0, 2],
]
for row in convolve(picture, kernel):
    print(row)
