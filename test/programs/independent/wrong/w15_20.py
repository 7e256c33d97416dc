import numpy as np
from typing import Tuple


def output_size(hw: Tuple[int, int], k: Tuple[int, int], s: int) -> Tuple[int, int]:
    return (hw[0] - k[0]) // s + 1, (hw[1] - k[1]) // s + 1


def convolve(feature_map: np.ndarray, filters: np.ndarray, stride: int = 1) -> np.ndarray:
    """feature_map (C, H, W), filters (K, C, h, w) -> (K, H', W')."""
    k_h, k_w = filters.shape[2:]
    H, W = output_size(feature_map.shape[1:], (k_h, k_w), stride)
    result = np.zeros((len(filters), H, W))
    for idx, filt in enumerate(filters):
        for y in range(H):
            for x in range(W):
                window = feature_map[:, y * stride:y * stride + k_h, x * stride:x * stride + k_w]
                window *= filt
                result[idx, y, x] = window.sum()
    return result


generator = np.random.default_rng(17)
fmap = generator.normal(size=(2, 5, 5))
bank = generator.normal(size=(3, 2, 3, 3))
print(convolve(fmap, bank))
