import numpy as np

def relu(x, grad=False, memo={}):
    """relu(x) for the forward pass, relu(g, grad=True) for the backward pass of the last input"""
    if grad:
        return x * memo['mask']
    memo.setdefault('mask', x > 0)
    return x * (x > 0)

r = np.random.default_rng(31)
a, b = r.normal(size=(2, 3, 4))
relu(a)
relu(b)
g = relu(np.ones((3, 4)), grad=True)
print(g)
