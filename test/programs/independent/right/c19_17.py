import numpy as np

def convolucion_agrupada(x, w, b, grupos, dilatacion=1):
    """x (N, C, H, W), w (F, C/grupos, k, k). Relleno 0, paso 1."""
    k = w.shape[-1]
    alcance = dilatacion * (k - 1)
    alto, ancho = x.shape[2] - alcance, x.shape[3] - alcance
    piezas = []
    for xg, wg in zip(np.split(x, grupos, axis=1), np.split(w, grupos)):
        y = 0
        for i in range(k):
            for j in range(k):
                u, v = i * dilatacion, j * dilatacion
                y = y + np.einsum('fc,nchw->nfhw', wg[:, :, i, j], xg[:, :, u:u + alto, v:v + ancho])
        piezas.append(y)
    return np.concatenate(piezas, 1) + np.reshape(b, (-1, 1, 1))

az = np.random.RandomState(17)
x = az.randn(2, 4, 7, 8)
w = az.randn(6, 2, 3, 3)
b = az.randn(6)
print(convolucion_agrupada(x, w, b, 2).shape)
print(convolucion_agrupada(x, w, b, 2, 2)[1, 5])
