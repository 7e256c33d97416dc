import numpy as np

# loops: channel outside, pixels of the kernel next, image inside
def conv_planes(volume, bank, offsets):
    depth, rows, cols = volume.shape
    n_maps, _, kr, kc = bank.shape
    maps = np.zeros((n_maps, rows - kr + 1, cols - kc + 1))
    for d in range(depth):
        for u in range(kr):
            for v in range(kc):
                plane = volume[d, u:rows - kr + 1 + u, v:cols - kc + 1 + v]
                for m in range(n_maps):
                    maps[m] += bank[m, d, u, v] * plane
    for m in range(n_maps):
        maps[m] += offsets[m]          # once per map
    return maps

np.random.seed(44)
vol = np.random.randint(-3, 4, (3, 6, 5)).astype(float)
bank = np.random.randint(-1, 2, (2, 3, 3, 3)).astype(float)
print(conv_planes(vol, bank, [10, -10]))
