import numpy as np

def capa_convolucion(entrada, filtros, sesgo, paso=1, relleno=0):
    """entrada: (N, C, H, W); filtros: (F, C, kh, kw); sesgo: (F,)"""
    n, c, alto, ancho = entrada.shape
    f, _, kh, kw = filtros.shape
    e = np.pad(entrada, ((0, 0), (0, 0), (relleno, relleno), (relleno, relleno)))
    sal_h = (alto + 2 * relleno - kh) // paso + 1
    sal_w = (ancho + 2 * relleno - kw) // paso + 1
    salida = np.zeros((n, f, sal_h, sal_w))
    for i in range(kh):
        for j in range(kw):
            trozo = e[:, :, i:i + paso * sal_h:paso, j:j + paso * sal_w:paso]
            salida += np.einsum('nchw,fc->nfhw', trozo, filtros[:, :, i, j])
    salida += sesgo
    return salida

azar = np.random.RandomState(10)
entrada = azar.randn(2, 3, 6, 6)
filtros = azar.randn(4, 3, 3, 3)
sesgo = azar.randn(4)
print(capa_convolucion(entrada, filtros, sesgo)[0, :, 0, 0])
