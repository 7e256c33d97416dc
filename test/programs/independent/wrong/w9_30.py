import numpy as np

def conv_loops(img, ker, bias):
    img = np.asarray(img, dtype=float).tolist()
    ker = np.asarray(ker, dtype=float).tolist()
    h, w = len(img), len(img[0])
    kh, kw = len(ker), len(ker[0])
    result = []
    for y in range(h - kh + 1):
        row = []
        acc = 0.0
        for x in range(w - kw + 1):
            for dy in range(kh):
                for dx in range(kw):
                    acc += img[y + dy][x + dx] * ker[dy][dx]
            row.append(acc + bias)
        result.append(row)
    return result

img = np.random.RandomState(0).randint(-3, 4, (5, 6))
ker = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
print(np.array(conv_loops(img, ker, 0.5)))
