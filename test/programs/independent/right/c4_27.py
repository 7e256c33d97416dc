def full_convolution(image, kernel):
    """true convolution (kernel rotated), mode 'full', nested lists"""
    rows, cols = len(image), len(image[0])
    kr, kc = len(kernel), len(kernel[0])
    out = [[0.0] * (cols + kc - 1) for _ in range(rows + kr - 1)]
    for i in range(rows):
        for j in range(cols):
            for u in range(kr):
                for v in range(kc):
                    out[i + u][j + v] += image[i][j] * kernel[u][v]
    return out

res = full_convolution([[1, 2, 3], [4, 5, 6]], [[1, 0], [0, -1]])
for r in res:
    print(r)
