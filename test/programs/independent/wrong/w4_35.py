# Свёртка изображения с ядром без numpy
def correlate(image, kernel, bias=0.0):
    H, W = len(image), len(image[0])
    kH, kW = len(kernel), len(kernel[0])
    return [
        [
            bias + sum(
                image[y + i][x + j] * kernel[j][i]
                for i in range(kH)
                for j in range(kW)
            )
            for x in range(W - kW + 1)
        ]
        for y in range(H - kH + 1)
    ]

image = [[1, 0, 2, 1, 3],
         [0, 1, 1, 2, 0],
         [2, 1, 0, 1, 1],
         [1, 3, 1, 0, 2]]
kernel = [[1, 0, -1],
          [2, 0, -2],
          [1, 0, -1]]
print(correlate(image, kernel, bias=0.5))
