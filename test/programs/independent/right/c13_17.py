import numpy as np

def conv_lists(img, filters, bias, step=1):
    """img[c][y][x], filters[f][c][y][x]; everything is a list"""
    kh, kw = len(filters[0][0]), len(filters[0][0][0])
    ys = range(0, len(img[0]) - kh + 1, step)
    xs = range(0, len(img[0][0]) - kw + 1, step)
    maps = []
    for flt, b in zip(filters, bias):
        plane = []
        for y in ys:
            plane.append([])
            for x in xs:
                s = b
                for channel, kernel in zip(img, flt):
                    for dy, krow in enumerate(kernel):
                        s += sum(p * k for p, k in zip(channel[y + dy][x:], krow))
                plane[-1].append(s)
        maps.append(plane)
    return maps

rs = np.random.RandomState(6)
img = rs.randint(0, 5, (2, 5, 6)).tolist()
filters = rs.randint(-2, 3, (3, 2, 3, 3)).tolist()
print(np.array(conv_lists(img, filters, [0, 1, 2])))
print(np.array(conv_lists(img, filters, [0, 1, 2], step=2)).shape)
