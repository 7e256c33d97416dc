/** The layer's results under other options than the course's. */
import { stridesOf, type NdArray } from '../../array/NdArray';
import { conv2d } from '../../layer/conv2d';
import type { Conv2dOptions, Pool2dOptions } from '../../layer/options';
import { pool2d } from '../../layer/pool2d';
import { paddingOfCase, stridesOfCase, type LayerCase, type NamedArray } from '../cases/LayerCase';

export function convWith(layerCase: LayerCase, options: Conv2dOptions): NamedArray[] {
  const { x, w, b } = layerCase;
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  const bias = b && { shape: [1, 1, 1, b.data.length], data: b.data };
  return [{ name: 'Z', array: conv2d(x!, w!, bias, { stride, padding, ...options }) }];
}

export function poolWith(layerCase: LayerCase, options: Partial<Pool2dOptions>): NamedArray[] {
  const { x, mode, kernel } = layerCase;
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  return [{ name: 'A', array: pool2d(x!, { mode, kernel, stride, padding, ...options }) }];
}

/** Rows and columns of (f_H, f_W, …) in reverse order. */
export function turnedFilter(w: NdArray): NdArray {
  const [rows, cols] = w.shape as [number, number];
  const inner = stridesOf(w.shape)[1]!;
  const data = new Float64Array(w.data.length);
  for (let cell = 0; cell < rows * cols; cell++) {
    data.set(w.data.subarray((rows * cols - 1 - cell) * inner, (rows * cols - cell) * inner), cell * inner);
  }
  return { shape: w.shape, data };
}
