from collections import deque
import numpy as np

def maximo_movil(senal, ventana, paso=1):
    """Max pooling 1-D con una cola monotona: cada muestra entra y sale una sola vez."""
    cola = deque()
    salida = []
    for t, valor in enumerate(senal):
        while cola and senal[cola[-1]] <= valor:
            cola.pop()
        cola.append(t)
        inicio = t - ventana + 1
        if cola[0] < inicio:
            cola.popleft()
        if inicio >= 0 and inicio % paso == 0:
            salida.append(senal[cola[0]])
    return np.array(salida)

np.random.seed(15)
senal = np.random.randint(-9, 10, 12).astype(float)
print(senal)
print(maximo_movil(senal, 3))
print(maximo_movil(senal, 2, paso=2))
