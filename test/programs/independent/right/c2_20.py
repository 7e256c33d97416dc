def max_pool(image, size, stride):
    height, width = len(image), len(image[0])
    pooled = []
    y = 0
    while y + size <= height:
        row = []
        x = 0
        while x + size <= width:
            row.append(max(max(line[x:x + size]) for line in image[y:y + size]))
            x += stride
        pooled.append(row)
        y += stride
    return pooled

picture = [[-1, -2, -3, -4, -5],
           [-6, -1, -8, -9, -1],
           [-2, -3, -4, -5, -6],
           [-7, -8, -9, -1, -2],
           [-3, -4, -5, -6, -7]]
print(max_pool(picture, 2, 1))
print(max_pool(picture, 3, 2))
