KERNELS = dict(
    edge=[[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
    box=[[1, 1, 1], [1, 1, 1], [1, 1, 1]],
)


def convolve2d(image, kernel_name="edge"):
    kernel = KERNELS[kernel_name]
    n = len(kernel)
    out = []
    for i in range(len(image) - n + 1):
        row = []
        for j in range(len(image[0]) - n + 1):
            s = 0
            for a in range(n):
                for b in range(n):
                    s += image[i + a][j + b] * kernel[a][a]
            row.append(s)
        out.append(row)
    return out


print(convolve2d([[1, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3], [4, 5, 6, 7]]))
