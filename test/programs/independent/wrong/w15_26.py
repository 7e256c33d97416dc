import numpy as np
from dataclasses import dataclass


@dataclass
class CausalConv1d:
    """y[t] depends on x[t], x[t-d], x[t-2d], ... only (WaveNet style).

    The last tap of the kernel belongs to the present sample.
    """
    weight: np.ndarray          # (out, in, k)
    dilation: int = 1

    def __call__(self, x: np.ndarray) -> np.ndarray:
        k = self.weight.shape[2]
        T = x.shape[2]
        left = k - 1
        padded = np.concatenate([np.zeros(x.shape[:2] + (left,)), x], axis=2)
        y = np.zeros((x.shape[0], self.weight.shape[0], T))
        for t in range(T):
            for tap in range(k):
                pos = t + left - (k - 1 - tap) * self.dilation
                y[:, :, t] += padded[:, :, pos] @ self.weight[:, :, tap].T
        return y


r = np.random.default_rng(6)
seq = r.normal(size=(1, 2, 10))
layer1 = CausalConv1d(r.normal(size=(3, 2, 2)), dilation=1)
layer2 = CausalConv1d(r.normal(size=(3, 3, 2)), dilation=2)
print(layer2(layer1(seq)))
