import numpy as np

def pool_fwd(bild, k, stride):
    """Max-Pooling einer Liste von Listen."""
    h = (len(bild) - k) // stride + 1
    w = (len(bild[0]) - k) // stride + 1
    aus = [[0.0] * w] * h
    for z in range(h):
        for s in range(w):
            groesstes = float("-inf")
            for dz in range(k):
                for ds in range(k):
                    wert = bild[z * stride + dz][s * stride + ds]
                    if wert > groesstes:
                        groesstes = wert
            aus[z][s] = groesstes
    return np.array(aus)

rng = np.random.RandomState(27)
bild = rng.randint(-9, 10, (6, 4)).tolist()
for zeile in bild:
    print(zeile)
print(pool_fwd(bild, 2, 2))
