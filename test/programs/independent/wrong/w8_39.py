import numpy as np

def correlate_same(entrada, filtro, paso=1):
    """Correlación con relleno SAME como TensorFlow (el pixel extra va abajo/derecha)"""
    H, W = entrada.shape
    kh, kw = filtro.shape
    alto = -(-H // paso)     # ceil
    ancho = -(-W // paso)
    ph = max((alto - 1) * paso + kh - H, 0)
    pw = max((ancho - 1) * paso + kw - W, 0)
    arriba, izquierda = ph - ph // 2, pw - pw // 2
    rellena = np.pad(entrada, ((arriba, ph - arriba), (izquierda, pw - izquierda)))
    salida = np.zeros((alto, ancho))
    for f in range(alto):
        for c in range(ancho):
            ventana = rellena[f * paso:f * paso + kh, c * paso:c * paso + kw]
            salida[f, c] = np.sum(ventana * filtro)
    return salida

np.random.seed(33)
img = np.random.randn(6, 6)
k3 = np.ones((3, 3))
print("paso 1:\n", correlate_same(img, k3))
print("paso 2:\n", correlate_same(img, k3, paso=2))
