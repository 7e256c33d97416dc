import numpy as np

def depthwise_conv(entrada, filtros):
    """entrada (H, W, C), filtros (k, k, C, M): salida (H', W', C*M), canal de salida = c*M + m."""
    H, W, C = entrada.shape
    k, _, _, M = filtros.shape
    salida = np.zeros((H - k + 1, W - k + 1, C * M))
    for fila in range(salida.shape[0]):
        for col in range(salida.shape[1]):
            trozo = entrada[fila:fila + k, col:col + k, :]
            for c in range(C):
                for m in range(M):
                    salida[fila, col, m * C + c] = np.sum(trozo[:, :, c] * filtros[:, :, c, m])
    return salida

np.random.seed(21)
entrada = np.random.randn(5, 6, 3)
filtros = np.random.randn(3, 3, 3, 2)
print(depthwise_conv(entrada, filtros)[0, 0])
