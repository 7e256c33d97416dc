import numpy as np

def max_pool(x, k):
    """Non overlapping max pooling of (C, H, W); rows and columns left over are dropped."""
    C, H, W = x.shape
    h, w = H // k, W // k
    blocks = x[:, :h * k, :w * k].reshape(C, h, k, w, k).swapaxes(2, 3)
    return blocks.max(axis=(-2, -1)), blocks

def max_pool_grad(dy, blocks, shape):
    """Ties share the gradient equally, so that its sum is kept."""
    C, h, w, k, _ = blocks.shape
    mask = blocks == blocks.max(axis=(-2, -1), keepdims=True)
    share = mask / mask.sum(axis=(-2, -1), keepdims=True)
    d = share * dy[..., None, None]
    dx = np.zeros(shape)
    dx[:, :h * k, :w * k] = d.swapaxes(2, 3).reshape(C, h * k, w * k)
    return dx

np.random.seed(20)
x = np.random.randint(0, 5, size=(2, 5, 7)).astype(float)
y, blocks = max_pool(x, 2)
dx = max_pool_grad(np.ones_like(y), blocks, x.shape)
print(y)
print(dx.sum(), y.size)
