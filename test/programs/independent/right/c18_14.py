import numpy as np

def conv1d(x, w, b, stride=1, padding=0):
    """1-D layer (cross-correlation) on top of np.convolve, which flips its second argument."""
    out = []
    for sample in x:
        padded = [np.concatenate([[0.0] * padding, ch, [0.0] * padding]) for ch in sample]
        rows = []
        for filt, bias in zip(w, b):
            y = sum(np.convolve(ch, taps[::-1], mode="valid") for ch, taps in zip(padded, filt))
            rows.append(y[::stride] + bias)
        out.append(rows)
    return np.array(out)

rng = np.random.default_rng(55)
x = rng.normal(size=(2, 3, 10))
w = rng.normal(size=(4, 3, 3))
b = rng.normal(size=4)
print(conv1d(x, w, b).shape)
print(conv1d(x, w, b, stride=2, padding=1)[0])
