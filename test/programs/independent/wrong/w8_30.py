import numpy as np

def my_conv(img, ker, step=1):
    ih, iw = img.shape
    kh, kw = ker.shape
    res = np.zeros(((ih - kh) // step + 1, (iw - kw) // step + 1))
    i = 0
    j = 0
    while i + kh <= ih:
        while j + kw <= iw:
            s = 0
            a = 0
            while a < kh:
                b = 0
                while b < kw:
                    s += img[i + a, j + b] * ker[a, b]
                    b += 1
                a += 1
            res[i // step, j // step] = s
            j += step
        i = i + step
    return res

m = np.arange(1, 31).reshape(5, 6)
k = np.array([[1, 0], [0, -1]])
print(my_conv(m, k))
print(my_conv(m, k, 2))
