import numpy as np

def global_avg_pool(x):
    return np.einsum('nchw->nc', x) / (x.shape[-1] * x.shape[-2])

def global_avg_pool_backward(g, shape):
    return np.broadcast_to(g[:, :, None, None], shape) / np.prod(shape[2:])

x = np.random.RandomState(1).rand(2, 3, 4, 5)
y = global_avg_pool(x)
print(y, global_avg_pool_backward(y, x.shape).shape)
