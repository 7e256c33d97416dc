import numpy as np

# capa de pooling hacia adelante (max o promedio)
def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):              # recorre los ejemplos
        for h in range(n_H):        # eje vertical
            for w in range(n_W):    # eje horizontal
                for c in range(n_C):
                    # esquinas de la ventana
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    # trozo de la entrada
                    a_prev_slice = A_prev[:, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)
    cache = (A_prev, hparameters)
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(2, 4, 4, 3)
hparametros = {"stride": 2, "f": 3}
A, cache = pool_forward(A_prev, hparametros)
print("modo = max\nA =", A)
A, cache = pool_forward(A_prev, hparametros, mode="average")
print("modo = promedio\nA =", A)
