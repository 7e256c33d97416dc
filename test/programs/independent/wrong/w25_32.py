import numpy as np

class MaxPooling:
    def __init__(self, tamanho, passo):
        self.tamanho = tamanho
        self.passo = passo

    def saida(self, n):
        return (n - self.tamanho) // self.passo + 1

    def propagar(self, lote):
        """lote: (N, H, W, C)"""
        N, H, W, C = lote.shape
        resultado = np.zeros((N, self.saida(H), self.saida(W), C))
        for i in range(self.saida(H)):
            for j in range(self.saida(W)):
                y, x = i * self.passo, j * self.passo
                janela = lote[:, y:y + self.tamanho, x:x + self.tamanho, :]
                resultado[:, i, j, :] = janela.max(axis=(1, 2, 3), keepdims=True)[:, 0, 0, :]
        return resultado

np.random.seed(0)
camada = MaxPooling(2, 2)
entrada = np.random.randn(2, 6, 6, 3)
print(camada.propagar(entrada)[0, :, :, 0])
