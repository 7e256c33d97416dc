import numpy as np

def convolve(image, kernel):
    # grab the spatial dimensions of the image, along with the spatial dimensions of the kernel
    (iH, iW) = image.shape[:2]
    (kH, kW) = kernel.shape[:2]
    # allocate memory for the output image, taking care to "pad" the borders of the input image
    pad = (kW - 1) // 2
    image = np.pad(image, pad, mode="edge")
    output = np.zeros((iH, iW), dtype="float64")
    # loop over the input image, "sliding" the kernel across each (x, y)-coordinate from
    # left-to-right and top to bottom
    for y in np.arange(pad, iH + pad):
        for x in np.arange(pad, iW + pad):
            # extract the ROI of the image by extracting the *center* region
            roi = image[y - pad:y + pad + 1, x - pad:x + pad + 1]
            # element-wise multiplication of the ROI and the kernel, then summing the matrix
            k = (roi * kernel).sum()
            output[y - pad, x - pad] = k
    return output

laplacian = np.array(([0, 1, 0], [1, -4, 1], [0, 1, 0]), dtype="int")
sobelX = np.array(([-1, 0, 1], [-2, 0, 2], [-1, 0, 1]), dtype="int")
gray = (np.arange(42).reshape(6, 7) * 37 % 256).astype("uint8")
for name, k in (("laplacian", laplacian), ("sobel_x", sobelX)):
    print("[INFO] applying {} kernel".format(name))
    print(convolve(gray, k))
