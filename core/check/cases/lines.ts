/** Cases of layers with one spatial axis: one row, and windows of one row. */
import { zeros, type NdArray } from '../../array/NdArray';
import { msg } from '../../message';
import type { LayerCase } from './LayerCase';

/** The case of the first row; a case that has one row only keeps its arrays. */
export function asLine(layerCase: LayerCase): LayerCase {
  const { x, w, kernel, stride, strideCols = stride, pad, padCols = pad } = layerCase;
  const isLine = x?.shape[1] === 1 && (w?.shape[0] ?? 1) === 1;
  return {
    ...layerCase,
    ...(isLine
      ? {}
      : { label: msg('stride {0}, pad {1}, input of length {2}', strideCols, padCols, x?.shape[2] ?? 0) }),
    ...(x && { x: firstRow(x) }),
    ...(w && { w: firstOfFirstAxis(w) }),
    kernel: [1, kernel[1]],
    stride: 1,
    strideCols,
    pad: 0,
    padCols,
  };
}

/** (m, n_H, n_W, n_C) → (m, 1, n_W, n_C) */
function firstRow(x: NdArray): NdArray {
  const [m = 0, rows = 0, cols = 0, channels = 0] = x.shape;
  if (rows === 1) return x;
  const line = zeros([m, 1, cols, channels]);
  const size = cols * channels;
  for (let i = 0; i < m; i++) line.data.set(x.data.subarray(i * rows * size, i * rows * size + size), i * size);
  return line;
}

/** (f_H, f_W, n_C_prev, n_C) → (1, f_W, n_C_prev, n_C) */
function firstOfFirstAxis(w: NdArray): NdArray {
  const [rows = 1, ...rest] = w.shape;
  return rows === 1 ? w : { shape: [1, ...rest], data: w.data.slice(0, w.data.length / rows) };
}
