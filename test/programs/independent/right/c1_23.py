def conv_valid(x, k):
    return [[sum(x[i + a][j + b] * k[a][b] for a in range(len(k)) for b in range(len(k[0])))
             for j in range(len(x[0]) - len(k[0]) + 1)]
            for i in range(len(x) - len(k) + 1)]

def grad_kernel(x, dy):
    # dL/dK is the correlation of the input with the gradient of the output
    return conv_valid(x, dy)

def grad_input(dy, k):
    kh, kw = len(k), len(k[0])
    H, W = len(dy) + kh - 1, len(dy[0]) + kw - 1
    dx = [[0.0] * W for _ in range(H)]
    for i, row in enumerate(dy):
        for j, g in enumerate(row):
            for a in range(kh):
                for b in range(kw):
                    dx[i + a][j + b] += g * k[a][b]
    return dx

x = [[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]]
k = [[1., 0.], [-1., 2.]]
y = conv_valid(x, k)
dy = [[1., 1.], [1., 1.]]
print(y, grad_kernel(x, dy), grad_input(dy, k))
