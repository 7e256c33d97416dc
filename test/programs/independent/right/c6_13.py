def conv2d(inp, kernel, bias=0, stride=1, padding=0):
    """Plain Python 2-D convolution (cross-correlation)."""
    # add zeros around
    width = len(inp[0]) + 2 * padding
    padded = [[0] * width for _ in range(padding)]
    padded += [[0] * padding + list(row) + [0] * padding for row in inp]
    padded += [[0] * width for _ in range(padding)]

    kh, kw = len(kernel), len(kernel[0])
    out = []
    for top in range(0, len(padded) - kh + 1, stride):
        line = []
        for left in range(0, width - kw + 1, stride):
            line.append(sum(padded[top + i][left + j] * kernel[i][j]
                            for i in range(kh) for j in range(kw)) + bias)
        out.append(line)
    return out

inp = [[1, 0, 2, 3],
       [4, 6, 6, 8],
       [3, 1, 1, 0],
       [1, 2, 2, 4]]
kernel = [[1, 0], [0, 1]]
print(conv2d(inp, kernel))
print(conv2d(inp, kernel, bias=1, stride=2, padding=1))
