import numpy as np

def agrupacion_max(entrada, alto_v, ancho_v, paso):
    """entrada: (canales, alto, ancho). Devuelve el maximo y su posicion plana por ventana."""
    canales, alto, ancho = entrada.shape
    filas = 1 + (alto - alto_v) // paso
    columnas = 1 + (ancho - ancho_v) // paso
    salida = np.full((canales, filas, columnas), -np.inf)
    posicion = np.zeros((canales, filas, columnas), dtype=int)
    for dx in range(ancho_v):
        for dy in range(alto_v):
            for f in range(filas):
                for k in range(columnas):
                    for c in range(canales):
                        y, x = f * paso + dy, k * paso + dx
                        if entrada[c, y, x] > salida[c, f, k]:
                            salida[c, f, k] = entrada[c, y, x]
                            posicion[c, f, k] = y * ancho + x
    return salida, posicion

def agrupacion_max_atras(grad, posicion, forma):
    canales, alto, ancho = forma
    d = np.zeros((canales, alto * ancho))
    for c in range(canales):
        np.add.at(d[c], posicion[c].ravel(), grad[c].ravel())
    return d.reshape(forma)

np.random.seed(15)
e = np.random.randn(2, 6, 7)
s, p = agrupacion_max(e, 3, 2, 2)
print(s)
print(agrupacion_max_atras(np.ones_like(s), p, e.shape))
