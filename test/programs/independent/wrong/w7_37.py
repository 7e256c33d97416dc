import numpy as np

def convolution2d(image, kernel):
    """
    True 2-D convolution (the kernel is rotated by 180 degrees), output has the
    same size as the image, zero padding.
    """
    kernel = np.flipud(kernel)
    kh, kw = kernel.shape
    pad_h = kh // 2
    pad_w = kh // 2
    padded = np.pad(image, ((pad_h, pad_h), (pad_w, pad_w)), mode='constant', constant_values=0)
    result = np.zeros(image.shape)
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            result[y, x] = (padded[y:y + kh, x:x + kw] * kernel).sum()
    return result

img = np.arange(30).reshape(5, 6).astype(float)
k = np.array([[1., 2., 0., -1., 3.],
              [0., 1., 0., 0., -2.],
              [2., 0., 1., 1., 0.]])
print(convolution2d(img, k))
