# свёртка без numpy: изображение и ядро -- списки списков

def correlate(img, ker, step=1):
    n, m = len(img), len(img[0])
    a, b = len(ker), len(ker[0])
    res = []
    for y in range(0, n - a + 1, step):
        row = []
        acc = 0.0                     # накопитель
        for x in range(0, m - b + 1, step):
            for u in range(a):
                for v in range(b):
                    acc += img[y + u][x + v] * ker[v][u]
            row.append(acc)
        res.append(row)
    return res


img = [[1, 2, 0, 3, 1],
       [0, 1, 2, 1, 0],
       [2, 1, 0, 0, 2],
       [1, 0, 1, 2, 1]]
ker = [[1, 0],
       [2, -1]]

out = correlate(img, ker)
for r in out:
    print(r)
print(correlate(img, ker, step=2))
