import numpy as np

class Relu:
    """ReLU-Schicht, merkt sich die Maske der nicht-positiven Eingaben."""

    def __init__(self):
        self.maske = None

    def forward(self, eingabe):
        self.maske = (eingabe <= 0)
        ausgabe = eingabe
        ausgabe[self.maske] = 0
        return ausgabe

    def backward(self, gradient):
        ergebnis = np.where(self.maske, 0.0, gradient)
        return ergebnis


schicht = Relu()
x = np.array([[1.0, -0.5], [-2.0, 3.0]])
y = schicht.forward(x)
print("y =", y)
print("Restverbindung x + y =", x + y)
print("dx =", schicht.backward(np.ones((2, 2))))
