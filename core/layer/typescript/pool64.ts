/** Pooling: the taps of a window are listed once and then visited for each channel. float64; scripts/build-kernels.mjs makes the float32 copy, in which sums are float64 too. */
import type { PoolShape } from '../engine/Kernels';

/** Writes each window's maximum, and where `indices` is given, the flat index in x of its cell. */
export function maxPool(shape: PoolShape, x: Float64Array, out: Float64Array, indices?: Int32Array): void {
  const { channels } = shape;
  const taps = new Int32Array(shape.kernelRows * shape.kernelCols);
  let cell = 0;
  for (let i = 0; i < shape.count; i++) {
    for (let row = 0; row < shape.outRows; row++) {
      for (let col = 0; col < shape.outCols; col++) {
        const count = listTaps(shape, i, row, col, taps);
        for (let c = 0; c < channels; c++, cell++) {
          const best = winner(x, taps, count, c);
          out[cell] = x[best]!;
          if (indices) indices[cell] = best;
        }
      }
    }
  }
}

export function maxPoolGradient(
  shape: PoolShape,
  first: boolean,
  x: Float64Array,
  gradient: Float64Array,
  dX: Float64Array,
): void {
  const { channels } = shape;
  const taps = new Int32Array(shape.kernelRows * shape.kernelCols);
  let cell = 0;
  for (let i = 0; i < shape.count; i++) {
    for (let row = 0; row < shape.outRows; row++) {
      for (let col = 0; col < shape.outCols; col++) {
        const count = listTaps(shape, i, row, col, taps);
        for (let c = 0; c < channels; c++) {
          const best = winner(x, taps, count, c);
          const share = gradient[cell++]!;
          if (first) dX[best]! += share;
          else addToTied(x, taps, count, c, x[best]!, share, dX);
        }
      }
    }
  }
}

/** dX[indices] += gradient, for the indices that `maxPool` has kept. */
export function spreadToIndices(indices: Int32Array, gradient: Float64Array, dX: Float64Array): void {
  for (let cell = 0; cell < indices.length; cell++) dX[indices[cell]!]! += gradient[cell]!;
}

export function averagePool(shape: PoolShape, x: Float64Array, out: Float64Array): void {
  const { channels } = shape;
  const taps = new Int32Array(shape.kernelRows * shape.kernelCols);
  let cell = 0;
  for (let i = 0; i < shape.count; i++) {
    for (let row = 0; row < shape.outRows; row++) {
      for (let col = 0; col < shape.outCols; col++) {
        const count = listTaps(shape, i, row, col, taps);
        const divisor = shape.divisorRows[row]! * shape.divisorCols[col]!;
        for (let c = 0; c < channels; c++) {
          let sum = 0;
          for (let tap = 0; tap < count; tap++) sum += x[taps[tap]! + c]!;
          out[cell++] = sum / divisor;
        }
      }
    }
  }
}

export function averagePoolGradient(shape: PoolShape, gradient: Float64Array, dX: Float64Array): void {
  const { channels } = shape;
  const taps = new Int32Array(shape.kernelRows * shape.kernelCols);
  let cell = 0;
  for (let i = 0; i < shape.count; i++) {
    for (let row = 0; row < shape.outRows; row++) {
      for (let col = 0; col < shape.outCols; col++) {
        const count = listTaps(shape, i, row, col, taps);
        const divisor = shape.divisorRows[row]! * shape.divisorCols[col]!;
        for (let c = 0; c < channels; c++) {
          const share = gradient[cell++]! / divisor;
          for (let tap = 0; tap < count; tap++) dX[taps[tap]! + c]! += share;
        }
      }
    }
  }
}

/** The flat indices of channel 0 of the window's cells, in row-major order, without the padding; gives their number. */
function listTaps(shape: PoolShape, i: number, row: number, col: number, taps: Int32Array): number {
  const { inRows, inCols, channels } = shape;
  let count = 0;
  for (let kernelRow = 0; kernelRow < shape.kernelRows; kernelRow++) {
    const inRow = row * shape.strideRow - shape.padTop + kernelRow * shape.dilationRow;
    if (inRow < 0 || inRow >= inRows) continue;
    for (let kernelCol = 0; kernelCol < shape.kernelCols; kernelCol++) {
      const inCol = col * shape.strideCol - shape.padLeft + kernelCol * shape.dilationCol;
      if (inCol < 0 || inCol >= inCols) continue;
      taps[count++] = ((i * inRows + inRow) * inCols + inCol) * channels;
    }
  }
  return count;
}

/** The first maximum; among NaNs the last, as in PyTorch. */
function winner(x: Float64Array, taps: Int32Array, count: number, c: number): number {
  let best = taps[0]! + c;
  let max = x[best]!;
  for (let tap = 1; tap < count; tap++) {
    const at = taps[tap]! + c;
    const value = x[at]!;
    if (value > max || value !== value) {
      max = value;
      best = at;
    }
  }
  return best;
}

function addToTied(
  x: Float64Array,
  taps: Int32Array,
  count: number,
  c: number,
  max: number,
  share: number,
  dX: Float64Array,
): void {
  for (let tap = 0; tap < count; tap++) {
    const at = taps[tap]! + c;
    const value = x[at]!;
    if (value === max || (value !== value && max !== max)) dX[at]! += share;
  }
}
