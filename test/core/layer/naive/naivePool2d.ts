/** The definition, loop by loop: the reference for values and for speed. Pooling, forward: the maximum or the mean of each window, channel by channel. */
import {
  newLike,
  outputShape,
  pool2dGeometry,
  requireFilled,
  tapPosition,
  windowDivisor,
  type NdArray,
  type Pool2dOptions,
} from '../../../../core/index';

/** x (m, n_H, n_W, n_C) → (m, out_H, out_W, n_C). Padding never is a maximum; a NaN always is. Throws a LensError. */
export function naivePool2d(x: NdArray, options: Pool2dOptions): NdArray {
  requireFilled('input', x);
  const geometry = pool2dGeometry(x.shape, options);
  const { batch, rows, cols, inChannels } = geometry;
  const a = newLike(outputShape(geometry), x);
  const max = options.mode === 'max';
  let cell = 0;
  for (let i = 0; i < batch; i++)
    for (let h = 0; h < rows.outSize; h++)
      for (let v = 0; v < cols.outSize; v++)
        for (let c = 0; c < inChannels; c++) {
          let best = -Infinity;
          let sum = 0;
          for (let kernelRow = 0; kernelRow < rows.kernel; kernelRow++) {
            const row = tapPosition(rows, h, kernelRow);
            if (row < 0 || row >= rows.size) continue;
            for (let kernelCol = 0; kernelCol < cols.kernel; kernelCol++) {
              const col = tapPosition(cols, v, kernelCol);
              if (col < 0 || col >= cols.size) continue;
              const value = x.data[((i * rows.size + row) * cols.size + col) * inChannels + c]!;
              sum += value;
              if (value > best || Number.isNaN(value)) best = value;
            }
          }
          a.data[cell++] = max ? best : sum / windowDivisor(geometry, h, v, options.countIncludePad);
        }
  return a;
}
