import numpy as np

def myConv3D(A, kernel):
    kernel = kernel[::-1, ::-1, ::-1]
    kz, ky, kx = kernel.shape
    sz, sy, sx = A.shape
    p = kz // 2
    padded = np.pad(A, p)
    output = np.zeros(A.shape)
    for z in range(sz):
        for y in range(sy):
            for x in range(sx):
                output[z, y, x] = (kernel * padded[z:z + kz, y:y + ky, x:x + kx]).sum()
    return output
