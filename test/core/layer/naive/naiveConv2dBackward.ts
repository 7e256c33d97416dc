/** The definition, loop by loop: the reference for values and for speed. Convolution, backward: the gradients of input, filter and bias. */
import {
  conv2dGeometry,
  newLike,
  outputShape,
  requireFilled,
  requireGradient,
  sourceIndex,
  tapPosition,
  type Conv2dOptions,
  type NdArray,
} from '../../../../core/index';

/** dZ (m, n_H, n_W, n_C) → dX like x, dW like w, db (1, 1, 1, n_C). Throws a LensError. */
export function naiveConv2dBackward(
  dZ: NdArray,
  x: NdArray,
  w: NdArray,
  options: Conv2dOptions = {},
): { dX: NdArray; dW: NdArray; db: NdArray } {
  requireFilled('input', x);
  requireFilled('filter', w);
  const geometry = conv2dGeometry(x.shape, w.shape, options);
  requireGradient(dZ, outputShape(geometry));
  const { batch, rows, cols, inChannels, outChannels, groups, paddingMode } = geometry;
  const dX = new Float64Array(x.data.length);
  const dW = new Float64Array(w.data.length);
  const db = new Float64Array(outChannels);
  const groupIn = inChannels / groups;
  const groupOut = outChannels / groups;
  let cell = 0;
  for (let i = 0; i < batch; i++)
    for (let h = 0; h < rows.outSize; h++)
      for (let v = 0; v < cols.outSize; v++)
        for (let c = 0; c < outChannels; c++) {
          const gradient = dZ.data[cell++]!;
          const channel = Math.floor(c / groupOut) * groupIn;
          db[c]! += gradient;
          for (let kernelRow = 0; kernelRow < rows.kernel; kernelRow++) {
            const row = sourceIndex(rows, tapPosition(rows, h, kernelRow), paddingMode);
            if (row < 0) continue;
            for (let kernelCol = 0; kernelCol < cols.kernel; kernelCol++) {
              const col = sourceIndex(cols, tapPosition(cols, v, kernelCol), paddingMode);
              if (col < 0) continue;
              const from = ((i * rows.size + row) * cols.size + col) * inChannels + channel;
              const weight = (kernelRow * cols.kernel + kernelCol) * groupIn * outChannels + c;
              for (let k = 0; k < groupIn; k++) {
                dX[from + k]! += gradient * w.data[weight + k * outChannels]!;
                dW[weight + k * outChannels]! += gradient * x.data[from + k]!;
              }
            }
          }
        }
  return {
    dX: store(dX, x.shape, dZ, x, w),
    dW: store(dW, w.shape, dZ, x, w),
    db: store(db, [1, 1, 1, outChannels], dZ, x, w),
  };
}

function store(sums: Float64Array, shape: readonly number[], ...like: readonly NdArray[]): NdArray {
  const array = newLike(shape, ...like);
  array.data.set(sums);
  return array;
}
