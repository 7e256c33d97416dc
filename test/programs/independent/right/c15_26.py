import numpy as np

def grad_bias(dZ):
    db = 0
    for d in dZ.reshape(-1, dZ.shape[-1]):
        db = db + d
    return db.reshape(1, 1, 1, -1)

print(grad_bias(np.random.RandomState(7).rand(2, 3, 4, 5)))
