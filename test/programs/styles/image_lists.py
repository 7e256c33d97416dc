def pad_image(image, p):
    width = len(image[0]) + 2 * p
    padded = [[0] * width for _ in range(p)]
    for row in image:
        padded.append([0] * p + list(row) + [0] * p)
    padded += [[0] * width for _ in range(p)]
    return padded


def correlate(image, kernel, stride=1, padding=0):
    image = pad_image(image, padding)
    kh, kw = len(kernel), len(kernel[0])
    out_h = (len(image) - kh) // stride + 1
    out_w = (len(image[0]) - kw) // stride + 1
    result = []
    for y in range(out_h):
        row = []
        for x in range(out_w):
            value = 0
            for ky in range(kh):
                for kx in range(kw):
                    value += image[y * stride + ky][x * stride + kx] * kernel[ky][kx]
            row.append(value)
        result.append(row)
    return result


print(correlate([[1, 2, 3, 4], [4, 5, 6, 5], [7, 8, 9, 1]], [[1, 0], [2, -1]], 1, 1))
