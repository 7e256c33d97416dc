import numpy as np


def agregar_ceros(x, arriba, abajo, izquierda, derecha):
    """Zero padding de un lote (N, C, H, W) pegando bloques de ceros."""
    n, c, h, w = x.shape
    x = np.concatenate([np.zeros((n, c, h, izquierda)), x, np.zeros((n, c, h, derecha))], axis=-1)
    ancho = x.shape[-1]
    x = np.concatenate([np.zeros((n, c, arriba, ancho)), x, np.zeros((n, c, abajo, ancho))], axis=-2)
    return x


def quitar_ceros(x, arriba, abajo, izquierda, derecha):
    h, w = x.shape[-2:]
    return x[..., arriba:h - abajo, izquierda:w - derecha]


def zero_pad(x, p):
    return agregar_ceros(x, p, p, p, p)


lote = np.arange(1.0, 13.0).reshape(1, 2, 2, 3)
print(zero_pad(lote, 1)[0, 0])
asimetrico = agregar_ceros(lote, 0, 1, 2, 0)
print(asimetrico.shape)
print(quitar_ceros(asimetrico, 0, 1, 2, 0)[0, 1])
