# convolution without numpy

def convolve(image, kernel):
    kh = len(kernel)
    kw = len(kernel[0])
    oh = len(image) - kh + 1
    ow = len(image[0]) - kw + 1
    result = [[0] * ow] * oh
    for y in range(oh):
        for x in range(ow):
            total = 0
            for dy in range(kh):
                for dx in range(kw):
                    total += image[y + dy][x + dx] * kernel[dy][dx]
            result[y][x] = total
    return result

image = [
    [1, 2, 3, 0, 1],
    [0, 1, 2, 3, 1],
    [3, 0, 1, 2, 2],
    [2, 3, 0, 1, 0],
]
kernel = [
    [2, 0, 1],
    [0, 1, 2],
    [1, 0, 2],
]

for row in convolve(image, kernel):
    print(row)
