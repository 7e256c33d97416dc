/** Layers in Python, the course's in its own words: what the catalogue of wrong layers changes. */
import type { CatalogFunction } from './CatalogFunction';

const WINDOW = `                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
`;

export const COURSE_SOURCE: Readonly<Record<CatalogFunction, string>> = {
  zero_pad: `def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant", constant_values=0)
`,
  conv_single_step: `def conv_single_step(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W) + float(b)
`,
  conv_forward: `def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = W.shape[0]
    n_C = W.shape[3]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant", constant_values=0)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
${WINDOW}                    a_slice_prev = A_prev_pad[i, vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)
`,
  conv_backward: `def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = W.shape[0]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    db = np.zeros(b.shape)
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant", constant_values=0)
    dA_prev_pad = np.pad(dA_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant", constant_values=0)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
${WINDOW}                    a_slice = A_prev_pad[i, vert_start:vert_end, horiz_start:horiz_end, :]
                    dA_prev_pad[i, vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i] = dA_prev_pad[i, pad:pad + n_H_prev, pad:pad + n_W_prev, :]
    return dA_prev, dW, db
`,
  pool_forward: `def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
${WINDOW}                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    A[i, h, w, c] = np.max(a_prev_slice) if mode == "max" else np.mean(a_prev_slice)
    return A, (A_prev, hparameters)
`,
  create_mask_from_window: `def create_mask_from_window(x):
    return x == np.max(x)
`,
  distribute_value: `def distribute_value(dz, shape):
    (n_H, n_W) = shape
    return np.ones(shape) * dz / (n_H * n_W)
`,
  pool_backward: `def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    f = hparameters["f"]
    stride = hparameters["stride"]
    (m, n_H, n_W, n_C) = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
${WINDOW}                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        mask = a_prev_slice == np.max(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]
                    else:
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += dA[i, h, w, c] / (f * f)
    return dA_prev
`,
  relu: `def relu(Z):
    return np.maximum(0, Z)
`,
  relu_backward: `def relu_backward(dA, Z):
    return dA * (Z > 0)
`,
  conv_transpose: `def conv_transpose(x, W, b, stride, pad, output_pad):
    (m, n_H_prev, n_W_prev, n_C_prev) = x.shape
    (f_H, f_W, n_C, _) = W.shape
    n_H = (n_H_prev - 1) * stride - 2 * pad + f_H + output_pad
    n_W = (n_W_prev - 1) * stride - 2 * pad + f_W + output_pad
    Z = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    for i in range(m):
        for h in range(n_H_prev):
            for w in range(n_W_prev):
                for c in range(n_C_prev):
                    Z[i, h * stride:h * stride + f_H, w * stride:w * stride + f_W, :] += x[i, h, w, c] * W[:, :, :, c]
    return Z[:, pad:pad + n_H, pad:pad + n_W, :] + b
`,
};
