/** The definition, loop by loop: the reference for values and for speed. Convolution, forward: Z[i, h, w, c] = Σ window ⊙ W[…, c] + b[c]. */
import {
  conv2dGeometry,
  newLike,
  outputShape,
  requireBias,
  requireFilled,
  sourceIndex,
  tapPosition,
  type Conv2dOptions,
  type NdArray,
} from '../../../../core/index';

/** x (m, n_H, n_W, n_C_prev), w (f_H, f_W, n_C_prev / groups, n_C), b of n_C numbers. Throws a LensError. */
export function naiveConv2d(x: NdArray, w: NdArray, b: NdArray | undefined, options: Conv2dOptions = {}): NdArray {
  requireFilled('input', x);
  requireFilled('filter', w);
  const geometry = conv2dGeometry(x.shape, w.shape, options);
  requireBias(b, geometry.outChannels);
  const z = newLike(outputShape(geometry), x, w, b);
  const { batch, rows, cols, inChannels, outChannels, groups, paddingMode } = geometry;
  const groupIn = inChannels / groups;
  const groupOut = outChannels / groups;
  let cell = 0;
  for (let i = 0; i < batch; i++)
    for (let h = 0; h < rows.outSize; h++)
      for (let v = 0; v < cols.outSize; v++)
        for (let c = 0; c < outChannels; c++) {
          const channel = Math.floor(c / groupOut) * groupIn;
          let sum = b ? b.data[c]! : 0;
          for (let kernelRow = 0; kernelRow < rows.kernel; kernelRow++) {
            const row = sourceIndex(rows, tapPosition(rows, h, kernelRow), paddingMode);
            if (row < 0) continue;
            for (let kernelCol = 0; kernelCol < cols.kernel; kernelCol++) {
              const col = sourceIndex(cols, tapPosition(cols, v, kernelCol), paddingMode);
              if (col < 0) continue;
              const from = ((i * rows.size + row) * cols.size + col) * inChannels + channel;
              const weight = (kernelRow * cols.kernel + kernelCol) * groupIn * outChannels + c;
              for (let k = 0; k < groupIn; k++) sum += x.data[from + k]! * w.data[weight + k * outChannels]!;
            }
          }
          z.data[cell++] = sum;
        }
  return z;
}
