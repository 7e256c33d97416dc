/** The layer's results under other options than the course's. */
import { stridesOf, type NdArray } from '../../array/NdArray';
import { conv2d } from '../../layer/conv2d';
import type { Conv2dOptions, Pool2dOptions } from '../../layer/options';
import { pool2d } from '../../layer/pool2d';
import { toPair } from '../../layer/axis';
import { tuple2, tuple4 } from '../../tuples';
import { expectedOf, rectifiedOf } from '../cases/expected';
import { paddingOfCase, stridesOfCase, type LayerCase, type NamedArray } from '../cases/LayerCase';

export function convWith(layerCase: LayerCase, options: Conv2dOptions): NamedArray[] {
  const { w, b, dilation = 1, groups = 1 } = layerCase;
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  const bias = b && { shape: [1, 1, 1, b.data.length], data: b.data };
  const all = { stride, padding, dilation, groups, ...options };
  return [{ name: 'Z', array: rectifiedOf(layerCase, (input) => conv2d(input, w!, bias, all)) }];
}

export function poolWith(layerCase: LayerCase, options: Partial<Pool2dOptions>): NamedArray[] {
  const { x, mode, kernel } = layerCase;
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  return [{ name: 'A', array: pool2d(x!, { mode, kernel, stride, padding, ...options }) }];
}

/** Rows and columns of (f_H, f_W, …) in reverse order. */
export function turnedFilter(w: NdArray): NdArray {
  const [rows, cols] = tuple2(w.shape.slice(0, 2));
  const inner = stridesOf(w.shape)[1]!;
  const data = new Float64Array(w.data.length);
  for (let cell = 0; cell < rows * cols; cell++) {
    data.set(w.data.subarray((rows * cols - 1 - cell) * inner, (rows * cols - cell) * inner), cell * inner);
  }
  return { shape: w.shape, data };
}

/** The layer's result where the gradient of each window is multiplied with a factor, from the cells of the window inside of the input. */
export function withScaledGradient(layerCase: LayerCase, factorOf: (cells: readonly number[]) => number): NamedArray[] {
  const { x, gradient, kernel } = layerCase;
  const [strideRows, strideCols] = toPair(stridesOfCase(layerCase));
  const { pad: padRows, padCols = padRows } = layerCase;
  const [, rows, cols, channels] = tuple4(gradient!.shape);
  const [, inRows, inCols] = tuple4(x!.shape);
  const data = Float64Array.from(gradient!.data, (value, flat) => {
    const c = flat % channels;
    const top = (Math.floor(flat / (channels * cols)) % rows) * strideRows - padRows;
    const left = (Math.floor(flat / channels) % cols) * strideCols - padCols;
    const i = Math.floor(flat / (channels * cols * rows));
    const cells: number[] = [];
    for (let r = Math.max(0, top); r < Math.min(inRows, top + kernel[0]); r++) {
      for (let k = Math.max(0, left); k < Math.min(inCols, left + kernel[1]); k++) {
        cells.push(x!.data[((i * inRows + r) * inCols + k) * channels + c]!);
      }
    }
    return value * factorOf(cells);
  });
  return expectedOf({ ...layerCase, gradient: { shape: gradient!.shape, data } });
}
