def max_pooling(feature_map, size=2, stride=2):
    pooled = []
    for r in range(0, len(feature_map) - size + 1, stride):
        row = []
        for c in range(0, len(feature_map[0]) - size + 1, stride):
            biggest = 0
            for i in range(size):
                for j in range(size):
                    if feature_map[r + i][c + j] > biggest:
                        biggest = feature_map[r + i][c + j]
            row.append(biggest)
        pooled.append(row)
    return pooled


fmap = [[-1.5, -0.2, 3.0, 1.0],
        [-4.0, -2.5, 0.5, 2.0],
        [6.0, -1.0, -3.0, -0.7],
        [2.0, 1.0, -2.0, -5.0]]

print("max pool 2x2:")
for line in max_pooling(fmap):
    print(line)
print(max_pooling(fmap, size=3, stride=1))
