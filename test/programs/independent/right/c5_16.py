def conv2d(image, kernel, bias=0.0, stride=1, padding=0):
    """plain python, lists in, lists out"""
    h, w = len(image), len(image[0])
    k = len(kernel)
    padded = [[0.0] * (w + 2 * padding) for _ in range(padding)]
    for line in image:
        padded.append([0.0] * padding + list(line) + [0.0] * padding)
    padded += [[0.0] * (w + 2 * padding) for _ in range(padding)]
    out = []
    for top in range(0, h + 2 * padding - k + 1, stride):
        out.append([])
        for left in range(0, w + 2 * padding - k + 1, stride):
            s = bias
            for r in range(k):
                for c in range(k):
                    s += padded[top + r][left + c] * kernel[r][c]
            out[-1].append(s)
    return out

image = [[3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1]]
kernel = [[0, 1, 2], [2, 2, 0], [0, 1, 2]]
print(conv2d(image, kernel))
print(conv2d(image, kernel, bias=1.0, stride=2, padding=1))
