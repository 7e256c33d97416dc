"""Residual branch: y = leaky_relu(feature) + feature"""
import numpy as np

ALPHA = 0.1


def leaky_relu(z: np.ndarray) -> np.ndarray:
    out = z.reshape(-1)          # flat, easier to index
    for idx in range(out.size):
        if out[idx] < 0:
            out[idx] = ALPHA * out[idx]
    return out.reshape(z.shape)


gen = np.random.default_rng(77)
feature = gen.normal(size=(2, 3, 4, 4))
feature0 = feature.copy()        # only for the display below
activated = leaky_relu(feature)
y = activated + feature
print(feature0[0, 0, 0])
print(y[0, 0, 0])
