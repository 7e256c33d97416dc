import numpy as np

class AvgPool1D:
    def forward(self, x, k):
        c = np.cumsum(np.pad(x, ((0, 0), (1, 0))), axis=1)
        return (c[:, k:] - c[:, :-k]) / k

print(AvgPool1D().forward(np.arange(14.0).reshape(2, 7) ** 2, 3))
