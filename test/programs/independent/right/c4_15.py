import numpy as np

class MaxPool:
  '''victorzhou-like layer with any pool size, non-overlapping windows'''

  def __init__(self, size):
    self.size = size

  def iterate_regions(self, image):
    h, w, _ = image.shape
    s = self.size
    for i in range(h // s):
      for j in range(w // s):
        yield image[i * s:(i + 1) * s, j * s:(j + 1) * s], i, j

  def forward(self, input):
    self.last_input = input
    h, w, num_filters = input.shape
    output = np.zeros((h // self.size, w // self.size, num_filters))
    for im_region, i, j in self.iterate_regions(input):
      output[i, j] = np.amax(im_region, axis=(0, 1))
    return output

  def backprop(self, d_L_d_out):
    d_L_d_input = np.zeros(self.last_input.shape)
    for im_region, i, j in self.iterate_regions(self.last_input):
      h, w, f = im_region.shape
      amax = np.amax(im_region, axis=(0, 1))
      for i2 in range(h):
        for j2 in range(w):
          for f2 in range(f):
            if im_region[i2, j2, f2] == amax[f2]:
              d_L_d_input[i * self.size + i2, j * self.size + j2, f2] = d_L_d_out[i, j, f2]
    return d_L_d_input

np.random.seed(9)
pool = MaxPool(2)
out = pool.forward(np.random.randn(5, 6, 3))
print(out.shape)
print(pool.backprop(out)[:, :, 1])
