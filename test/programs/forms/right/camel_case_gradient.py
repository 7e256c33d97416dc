from typing import Tuple
import numpy as np


def convBackwardPass(gradOut: np.ndarray, inputVol: np.ndarray, filters: np.ndarray,
                     strideLen: int, padAmt: int) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    batch, inCh, inH, inW = inputVol.shape
    outCh, _, fH, fW = filters.shape
    _, _, outH, outW = gradOut.shape
    padded = np.pad(inputVol, ((0, 0), (0, 0), (padAmt, padAmt), (padAmt, padAmt)), mode='constant')
    gradPadded = np.zeros_like(padded)
    gradFilters = np.zeros_like(filters)
    gradBias = np.zeros(outCh)
    for b in range(batch):
        for o in range(outCh):
            gradBias[o] += gradOut[b, o].sum()
            for y in range(outH):
                for x in range(outW):
                    top, left = y * strideLen, x * strideLen
                    g = gradOut[b, o, y, x]
                    gradFilters[o] += padded[b, :, top:top + fH, left:left + fW] * g
                    gradPadded[b, :, top:top + fH, left:left + fW] += filters[o] * g
    gradInput = gradPadded[:, :, padAmt:padAmt + inH, padAmt:padAmt + inW]
    return gradInput, gradFilters, gradBias
