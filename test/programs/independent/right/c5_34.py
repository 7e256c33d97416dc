import numpy as np

def my_conv(inp, filters, biases, step):
    chans, rows, cols = inp.shape
    nf, _, fr, fc = filters.shape
    result = []
    f = 0
    while f < nf:
        plane = []
        r = 0
        while r + fr <= rows:
            line = []
            c = 0
            while c + fc <= cols:
                val = biases[f]
                for ch in range(chans):
                    val += np.vdot(inp[ch, r:r + fr, c:c + fc], filters[f, ch])
                line.append(val)
                c += step
            plane.append(line)
            r += step
        result.append(plane)
        f += 1
    return np.array(result)

np.random.seed(33)
inp = np.random.randint(0, 5, (2, 5, 6))
filters = np.random.randint(-2, 3, (3, 2, 3, 3))
print(my_conv(inp, filters, [0, 1, 2], 1))
print(my_conv(inp, filters, [0, 1, 2], 2).shape)
