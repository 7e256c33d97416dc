# 2D convolution in pure python, no numpy

def convolution2d(image, kernel):
    kh = len(kernel)
    kw = len(kernel[0])
    out_h = len(image) - kh + 1
    out_w = len(image[0]) - kw + 1
    output = [[0] * out_w] * out_h
    for i in range(out_h):
        for j in range(out_w):
            s = 0
            for ki in range(kh):
                for kj in range(kw):
                    s += image[i + ki][j + kj] * kernel[ki][kj]
            output[i][j] = s
    return output

# 5x5 image
image = [
    [1, 2, 3, 0, 1],
    [4, 5, 6, 1, 0],
    [7, 8, 9, 2, 3],
    [1, 3, 5, 7, 9],
    [0, 2, 4, 6, 8],
]

# vertical edges
kernel = [
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1],
]

for row in convolution2d(image, kernel):
    print(row)
