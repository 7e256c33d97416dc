import numpy as np

def create_mask_from_window(x):
    """
    Creates a mask from an input matrix x, to identify the max entry of x.
    """
    m = np.max(np.abs(x))
    mask = (x == m)
    return mask

np.random.seed(3)
x = np.random.randn(2, 3)
print('x = ', x)
print("mask = ", create_mask_from_window(x))
x = np.array([[-1., 2., 3.], [2., -3., 2.], [1., 5., -9.]])
mask = create_mask_from_window(x)
assert mask.sum() <= x.size
print("mask = ", mask)
