/** The definition, loop by loop: the reference for values and for speed. Pooling, backward: each gradient goes to the window's maxima, or in equal shares to its cells. */
import {
  newLike,
  outputShape,
  pool2dGeometry,
  requireFilled,
  requireGradient,
  tapPosition,
  windowDivisor,
  type NdArray,
  type Pool2dOptions,
} from '../../../../core/index';

/** dA (m, out_H, out_W, n_C) → dX like x. Throws a LensError. */
export function naivePool2dBackward(dA: NdArray, x: NdArray, options: Pool2dOptions): NdArray {
  requireFilled('input', x);
  const geometry = pool2dGeometry(x.shape, options);
  requireGradient(dA, outputShape(geometry));
  const { batch, rows, cols, inChannels } = geometry;
  const dX = new Float64Array(x.data.length);
  const max = options.mode === 'max';
  const all = options.ties !== 'first';
  let cell = 0;
  for (let i = 0; i < batch; i++)
    for (let h = 0; h < rows.outSize; h++)
      for (let v = 0; v < cols.outSize; v++) {
        const divisor = max ? 1 : windowDivisor(geometry, h, v, options.countIncludePad);
        for (let c = 0; c < inChannels; c++) {
          const gradient = dA.data[cell++]! / divisor;
          const cells: number[] = [];
          for (let kernelRow = 0; kernelRow < rows.kernel; kernelRow++) {
            const row = tapPosition(rows, h, kernelRow);
            if (row < 0 || row >= rows.size) continue;
            for (let kernelCol = 0; kernelCol < cols.kernel; kernelCol++) {
              const col = tapPosition(cols, v, kernelCol);
              if (col >= 0 && col < cols.size) cells.push(((i * rows.size + row) * cols.size + col) * inChannels + c);
            }
          }
          for (const at of max ? maxima(x, cells, all) : cells) dX[at]! += gradient;
        }
      }
  const result = newLike(x.shape, dA, x);
  result.data.set(dX);
  return result;
}

/** The cells that equal the maximum, all or the first of them; with a NaN among them, the NaNs. */
function maxima(x: NdArray, cells: readonly number[], all: boolean): readonly number[] {
  let max = -Infinity;
  for (const at of cells) if (x.data[at]! > max || Number.isNaN(x.data[at]!)) max = x.data[at]!;
  const found = cells.filter((at) => Object.is(x.data[at]! + 0, max + 0));
  return all ? found : found.slice(0, 1);
}
