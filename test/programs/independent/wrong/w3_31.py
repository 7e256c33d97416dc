def convolve(img, k):
    """Valid cross-correlation of two nested lists."""
    out = []
    for i in range(len(img) - len(k) + 1):
        row = []
        total = 0
        for j in range(len(img[0]) - len(k[0]) + 1):
            for a, krow in enumerate(k):
                for b, kv in enumerate(krow):
                    total += kv * img[i + a][j + b]
            row.append(total)
        out.append(row)
    return out

sharpen = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
img = [[3, 3, 3, 3, 3],
       [3, 9, 9, 9, 3],
       [3, 9, 4, 9, 3],
       [3, 3, 3, 3, 3]]
for r in convolve(img, sharpen):
    print(r)
