import numpy as np

def conv1d(signal, taps):
    """Cross-correlation as in deep-learning libraries: y[i] = sum_k signal[i+k] * taps[k]"""
    return np.convolve(signal, taps, mode="valid")

def conv1d_layer(x, w, b):
    # x (Cin, L), w (Cout, Cin, K), b (Cout,)
    y = []
    for o in range(w.shape[0]):
        y.append(sum(conv1d(x[c], w[o, c]) for c in range(x.shape[0])) + b[o])
    return np.array(y)

r = np.random.RandomState(3)
x, w, b = r.randn(2, 9), r.randn(3, 2, 4), r.randn(3)
y = conv1d_layer(x, w, b)
print(y.round(3))
