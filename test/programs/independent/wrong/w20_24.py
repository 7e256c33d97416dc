from __future__ import annotations
import numpy as np


def grouped_conv(x: np.ndarray, w: np.ndarray, b: np.ndarray, groups: int) -> np.ndarray:
    """Grouped convolution, x (N, Cin, H, W), w (Cout, Cin // groups, k, k)."""
    N, Cin, H, W = x.shape
    Cout, cin_g, k, _ = w.shape
    assert Cin == cin_g * groups and Cout % groups == 0
    cout_g = Cout // groups

    def one_group(xg, wg):
        out = np.zeros((N, wg.shape[0], H - k + 1, W - k + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.tensordot(xg[:, :, i:i + k, j:j + k], wg, axes=((1, 2, 3), (1, 2, 3)))
        return out

    parts = []
    for g in range(groups):
        xg = x[:, g * cin_g:(g + 1) * cin_g]
        wg = w[g::groups]
        parts.append(one_group(xg, wg))
    return np.concatenate(parts, axis=1) + b.reshape(1, -1, 1, 1)


rng = np.random.default_rng(21)
x = rng.normal(size=(2, 6, 5, 5))
w = rng.normal(size=(6, 3, 3, 3))
b = rng.normal(size=6)
print(grouped_conv(x, w, b, groups=2).shape)
print(grouped_conv(x, w, b, groups=2)[0, :, 0, 0])
