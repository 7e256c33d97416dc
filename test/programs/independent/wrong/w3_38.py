import numpy as np

def convolution(image, filt, bias, s=1):
    '''
    Confolves `filt` over `image` using stride `s`
    '''
    (n_f, n_c_f, f, _) = filt.shape # filter dimensions
    n_c, in_h, in_w = image.shape # image dimensions
    out_h = int((in_h - f)/s)+1
    out_w = int((in_w - f)/s)+1
    out = np.zeros((n_f,out_h,out_w))
    for curr_f in range(n_f):
        curr_y = out_y = out_x = 0
        while curr_y + f <= in_h:
            curr_x = 0
            while curr_x + f <= in_w:
                out[curr_f, out_y, out_x] = np.sum(filt[curr_f] * image[:,curr_y:curr_y+f, curr_x:curr_x+f]) + bias[curr_f]
                curr_x += s
                out_x += 1
            curr_y += s
            out_y += 1
    return out

np.random.seed(3)
image = np.random.randn(1, 6, 6)
filt = np.random.randn(2, 1, 3, 3)
bias = np.zeros((2,))
print(convolution(image, filt, bias, 1).shape)
