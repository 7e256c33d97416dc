import numpy as np

def winograd_f23(d, g):
    """1-D convolution F(2,3): four samples d, three taps g, two outputs."""
    m1 = (d[0] - d[2]) * g[0]
    m2 = (d[1] + d[2]) * (g[0] + g[1] + g[2]) / 2
    m3 = (d[2] - d[1]) * (g[0] - g[1] + g[2]) / 2
    m4 = (d[3] - d[1]) * g[2]
    return np.array([m1 + m2 + m3, m2 - m3 - m4])

def conv1d(x, g):
    n_out = len(x) - 2
    assert n_out % 2 == 0, "even number of outputs only"
    y = np.empty(n_out)
    for t in range(0, n_out, 2):
        y[t:t + 2] = winograd_f23(x[t:t + 4], g)
    return y

x = np.array([1., 4., 2., -1., 0., 3., 5., 2.])
g = np.array([0.5, 1., -2.])
print(conv1d(x, g))
