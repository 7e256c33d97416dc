import numpy as np

def create_mask_from_window(x):
    """
    Crée un masque qui identifie l'entrée maximale de la fenêtre x
    """
    mask = (x == np.max(x, axis=0))
    return mask

np.random.seed(1)
x = np.random.randn(2, 3)
mask = create_mask_from_window(x)
print('x = ', x)
print("mask = ", mask)
