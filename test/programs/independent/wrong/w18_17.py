import numpy as np

def unpool_mean(grad, k):
    """Backward of k x k average pooling with stride k, NCHW."""
    spread = np.tile(grad, (1, 1, k, k))
    return spread / (k * k)

x = np.random.default_rng(4).normal(size=(1, 2, 4, 6))
pooled = x.reshape(1, 2, 2, 2, 3, 2).mean(axis=(3, 5))
grad = np.arange(12.0).reshape(pooled.shape)
dx = unpool_mean(grad, 2)
print(dx[0, 0])
