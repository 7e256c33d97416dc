import numpy as np

def conv1d(signal, kernel, stride=1, result=[]):
    """Valid 1-D cross-correlation of a python list with a python list."""
    pos = 0
    while pos + len(kernel) <= len(signal):
        total = 0.0
        for offset, weight in enumerate(kernel):
            total += weight * signal[pos + offset]
        result.append(total)
        pos += stride
    return result


first = conv1d([1, 2, 3, 4, 5, 6], [1, 0, -1])
second = conv1d([2, 7, 1, 8, 2, 8], [0.5, 0.5], stride=2)
print(first)
print(second)
