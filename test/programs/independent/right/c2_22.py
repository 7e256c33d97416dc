from typing import List

Matrix = List[List[float]]

def conv_layer(volume: List[Matrix], filters: List[List[Matrix]], biases: List[float], stride: int = 1) -> List[Matrix]:
    """volume[c][y][x], filters[f][c][i][j]"""
    height, width = len(volume[0]), len(volume[0][0])
    k_h, k_w = len(filters[0][0]), len(filters[0][0][0])
    result = []
    for filt, bias in zip(filters, biases):
        feature_map = []
        for top in range(0, height - k_h + 1, stride):
            line = []
            for left in range(0, width - k_w + 1, stride):
                acc = bias
                for channel, kernel in zip(volume, filt):
                    for i in range(k_h):
                        for j in range(k_w):
                            acc += channel[top + i][left + j] * kernel[i][j]
                line.append(acc)
            feature_map.append(line)
        result.append(feature_map)
    return result

vol = [[[1., 2., 0.], [0., 1., 3.], [2., 2., 1.]], [[0., 1., 1.], [4., 0., 0.], [1., 2., 3.]]]
flt = [[[[1., 0.], [0., 1.]], [[0., -1.], [1., 0.]]]]
print(conv_layer(vol, flt, [0.5]))
