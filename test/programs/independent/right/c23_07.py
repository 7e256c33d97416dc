import numpy as np

def bild_zu_spalten(bild, kh, kb, schritt):
    K, H, B = bild.shape
    ah = (H - kh) // schritt + 1
    ab = (B - kb) // schritt + 1
    spalten = np.empty((K * kh * kb, ah * ab))
    zeile = 0
    for k in range(K):
        for u in range(kh):
            for v in range(kb):
                teil = bild[k, u:u + schritt * ah:schritt, v:v + schritt * ab:schritt]
                spalten[zeile] = teil[:ah, :ab].ravel()
                zeile += 1
    return spalten, ah, ab

def faltung(bild, kerne, versatz, schritt=1, rand=0):
    if rand:
        bild = np.pad(bild, ((0, 0), (rand, rand), (rand, rand)))
    F, K, kh, kb = kerne.shape
    spalten, ah, ab = bild_zu_spalten(bild, kh, kb, schritt)
    ergebnis = kerne.reshape(F, -1) @ spalten + versatz[:, np.newaxis]
    return ergebnis.reshape(F, ah, ab)

zufall = np.random.RandomState(4)
bild = zufall.randn(2, 6, 8)
kerne = zufall.randn(3, 2, 3, 2)
print(faltung(bild, kerne, np.arange(3.), schritt=2, rand=1).shape)
