def conv2d(image, kernel, stride, padding):
    height, width = len(image), len(image[0])
    size = len(kernel)
    wide = [[0.0] * (width + 2 * padding) for _ in range(height + 2 * padding)]
    for r in range(height):
        for c in range(width):
            wide[r + padding][c + padding] = image[r][c]
    out = []
    for r in range(0, height + 2 * padding - size + 1, stride):
        line = []
        for c in range(0, width + 2 * padding - size + 1, stride):
            total = 0.0
            for i in range(size):
                for j in range(size):
                    total += wide[r + i][c + j] * kernel[i][j]
            line.append(total)
        out.append(line)
    return out

image = [[1.0, 2.0, 0.5, 3.0, 1.5], [0.0, 1.0, 4.0, 2.5, 0.5], [2.0, 0.0, 1.0, 1.0, 3.0], [1.0, 5.0, 2.0, 0.0, 1.0]]
kernel = [[1.0, 0.0], [-1.0, 2.0]]
out = conv2d(image, kernel, 2, 1)
