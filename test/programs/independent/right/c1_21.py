def conv2d_lists(image, kernel, stride=1, padding=0):
    h, w = len(image), len(image[0])
    kh, kw = len(kernel), len(kernel[0])
    if padding:
        blank = [0] * (w + 2 * padding)
        image = ([blank[:] for _ in range(padding)]
                 + [[0] * padding + list(row) + [0] * padding for row in image]
                 + [blank[:] for _ in range(padding)])
        h, w = h + 2 * padding, w + 2 * padding
    return [[sum(image[y + i][x + j] * kernel[i][j]
                 for i in range(kh) for j in range(kw))
             for x in range(0, w - kw + 1, stride)]
            for y in range(0, h - kh + 1, stride)]

img = [[1, 2, 3, 4],
       [5, 6, 7, 8],
       [9, 10, 11, 12]]
k = [[0, 1], [1, -2]]
print(conv2d_lists(img, k))
print(conv2d_lists(img, k, stride=2, padding=1))
