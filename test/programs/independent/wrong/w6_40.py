import numpy as np

def blur(img, k=3):
    # boîte de k x k pixels, bords répétés
    r = k // 2
    noyau = np.ones((k, k)) / k
    padded = np.pad(img, r, mode='edge')
    out = np.zeros_like(img)
    for ligne in range(img.shape[0]):
        for col in range(img.shape[1]):
            out[ligne, col] = np.sum(padded[ligne:ligne + k, col:col + k] * noyau)
    return out

img = np.array([[12, 200, 31, 7],
                [45, 90, 255, 3],
                [0, 18, 77, 64]])
print(blur(img))
print(blur(img, 5))
