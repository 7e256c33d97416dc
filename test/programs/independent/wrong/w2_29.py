def convolution(image, matrix, stride_h=1, stride_w=1):
    image_h = len(image)
    image_w = len(image[0])
    matrix_h = len(matrix)
    matrix_w = len(matrix[0])
    new_h = (image_h - matrix_h) // stride_h + 1
    new_w = (image_w - matrix_w) // stride_w + 1
    new_image = []
    for row in range(new_h):
        new_image.append([])
        for col in range(new_w):
            total = 0
            for a in range(matrix_h):
                for b in range(matrix_w):
                    total += image[(row + a) * stride_h][col * stride_w + b] * matrix[a][b]
            new_image[row].append(total)
    return new_image

img = [[(r * 7 + c * 3) % 10 for c in range(6)] for r in range(7)]
k = [[1, 0], [0, -1]]
print(convolution(img, k, 2, 2))
