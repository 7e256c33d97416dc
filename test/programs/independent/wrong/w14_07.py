import numpy as np

def mask_of_max(fenster):
    """True an der Stelle des Maximums des Fensters, sonst False."""
    groesste = np.max(fenster, axis=0)
    maske = np.equal(fenster, groesste)
    return maske

zufall = np.random.default_rng(7)
fenster = zufall.normal(size=(2, 3))
print('Fenster:\n', fenster)
print('Maske:\n', mask_of_max(fenster))
