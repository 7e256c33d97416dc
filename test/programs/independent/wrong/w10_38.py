import numpy as np

def downsample(frame, k):
    """k x k average pooling of an 8 bit camera frame, returns floats."""
    assert frame.dtype == np.uint8
    H, W = frame.shape
    H, W = H - H % k, W - W % k
    acc = np.zeros((H // k, W // k), dtype=np.uint8)
    for a in range(k):
        for b in range(k):
            acc += frame[a:H:k, b:W:k]
    return acc / (k * k)

frame = np.array([[200, 210, 30, 40, 7],
                  [220, 230, 50, 60, 7],
                  [255, 255, 10, 20, 7],
                  [255, 255, 30, 40, 7]], dtype=np.uint8)
print(downsample(frame, 2))
