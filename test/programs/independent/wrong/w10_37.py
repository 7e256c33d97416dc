import numpy as np
from typing import List


def conv_layer(x: np.ndarray, kernels: np.ndarray, biases: List[float], pad: int) -> np.ndarray:
    """x (C,H,W), kernels (O,C,3,3); zeros outside of the image."""
    C, H, W = x.shape
    O, _, R, S = kernels.shape
    P, Q = H + 2 * pad - R + 1, W + 2 * pad - S + 1

    def pixel(c: int, r: int, s: int) -> float:
        if 0 <= r < H and s < W:
            return x[c, r, s]
        return 0.0

    y = np.zeros((O, P, Q))
    for o in range(O):
        for p in range(P):
            for q in range(Q):
                for c in range(C):
                    for r in range(R):
                        for s in range(S):
                            y[o, p, q] += pixel(c, p + r - pad, q + s - pad) * kernels[o, c, r, s]
                y[o, p, q] += biases[c]
    return y


rng = np.random.default_rng(1)
x = rng.normal(size=(2, 4, 5))
kernels = rng.normal(size=(3, 2, 3, 3))
y = conv_layer(x, kernels, [0.1, -0.2, 0.3], pad=1)
print(y.shape, y[0])
