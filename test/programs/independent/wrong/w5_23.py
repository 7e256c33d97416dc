def blur(image, kernel):
    """Filter of the same size, zero outside of the image"""
    rows, cols = len(image), len(image[0])
    out = []
    for y in range(rows):
        line = []
        for x in range(cols):
            acc = 0.0
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    yy, xx = y + dy, x + dx
                    if yy < rows and 0 <= xx < cols:
                        acc += image[yy][xx] * kernel[dy + 1][dx + 1]
            line.append(round(acc, 4))
        out.append(line)
    return out

kernel = [[1/16, 2/16, 1/16],
          [2/16, 4/16, 2/16],
          [1/16, 2/16, 1/16]]
image = [[0, 0, 0, 0, 0],
         [0, 80, 80, 0, 0],
         [0, 80, 80, 0, 0],
         [160, 160, 160, 160, 160]]
for line in blur(image, kernel):
    print(line)
