def convolve(img, ker, stride=1):
    """Cross-correlation of nested lists, no padding."""
    H, W = len(img), len(img[0])
    h, w = len(ker), len(ker[0])
    result = []
    last_r = (H - h) - (H - h) % stride
    last_c = (W - w) - (W - w) % stride
    for r in range(last_r, -1, -stride):
        line = []
        for c in range(last_c, -1, -stride):
            line.insert(0, sum(ker[-a - 1][-b - 1] * img[r + h - 1 - a][c + w - 1 - b]
                               for a in range(h) for b in range(w)))
        result.insert(0, line)
    return result


img = [[1, 2, 0, 3, 1, 4],
       [0, 1, 5, 2, 2, 1],
       [3, 3, 1, 0, 4, 2],
       [2, 0, 2, 1, 1, 3],
       [1, 4, 0, 2, 3, 0]]
ker = [[1, 0], [2, -1]]
print(convolve(img, ker))
print(convolve(img, ker, stride=2))
