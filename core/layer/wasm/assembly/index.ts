/** What the module exports: each kernel for float32 and float64, lengths and addresses in bytes. */
import { averagePool, averagePoolGradient } from './averagePool';
import { convolve } from './convolve';
import { filterGradient } from './filterGradient';
import { maxPool } from './maxPool';
import { maxPoolGradientAll, maxPoolGradientFirst } from './maxPoolGradient';
import { crop as cropRows, pack, pad as padRows, scatter, sumCells } from './rows';
export { setPoolShape } from './poolWindow';

export function pad(count: i32, rows: i32, rowLength: usize, top: i32, bottom: i32, left: usize, right: usize, from: usize, plane: usize): void {
  padRows(count, rows, rowLength, top, bottom, left, right, from, plane);
}

export function crop(count: i32, rows: i32, rowLength: usize, top: i32, bottom: i32, left: usize, right: usize, plane: usize, to: usize): void {
  cropRows(count, rows, rowLength, top, bottom, left, right, plane, to);
}

export function pack32(inner: i32, innerStep: usize, filters: i32, filterStep: usize, panelLength: usize, source: usize, panels: usize): void {
  pack<f32>(inner, innerStep, filters, filterStep, panelLength, source, panels);
}

export function convolve32(count: i32, rows: i32, cols: i32, planeStep: usize, planeRowStep: usize, planeColStep: usize, runRows: i32, runRowStep: usize, runCols: i32, runColStep: usize, run: usize, filters: i32, outStep: usize, outRowStep: usize, outColStep: usize, plane: usize, panels: usize, out: usize): void {
  convolve<f32>(count, rows, cols, planeStep, planeRowStep, planeColStep, runRows, runRowStep, runCols, runColStep, run, filters, outStep, outRowStep, outColStep, plane, panels, out);
}

export function filterGradient32(count: i32, rows: i32, cols: i32, planeStep: usize, planeRowStep: usize, planeColStep: usize, runRows: i32, runRowStep: usize, runCols: i32, runColStep: usize, run: usize, filters: i32, gradientStep: usize, gradientRowStep: usize, gradientColStep: usize, plane: usize, gradient: usize, filter: usize, filterStep: usize): void {
  filterGradient<f32>(count, rows, cols, planeStep, planeRowStep, planeColStep, runRows, runRowStep, runCols, runColStep, run, filters, gradientStep, gradientRowStep, gradientColStep, plane, gradient, filter, filterStep);
}

export function sumCells32(cells: i32, channels: usize, from: usize, sums: usize): void {
  sumCells<f32>(cells, channels, from, sums);
}

export function scatter32(count: i32, rows: i32, cols: i32, planeStep: usize, planeRowStep: usize, planeColStep: usize, runRows: i32, runRowStep: usize, runCols: i32, runColStep: usize, run: usize, columns: usize, plane: usize): void {
  scatter<f32>(count, rows, cols, planeStep, planeRowStep, planeColStep, runRows, runRowStep, runCols, runColStep, run, columns, plane);
}

export function maxPool32(x: usize, out: usize): void {
  maxPool<f32>(x, out);
}

export function averagePool32(divisorRows: usize, divisorCols: usize, x: usize, out: usize): void {
  averagePool<f32>(divisorRows, divisorCols, x, out);
}

export function averagePoolGradient32(divisorRows: usize, divisorCols: usize, gradient: usize, dX: usize): void {
  averagePoolGradient<f32>(divisorRows, divisorCols, gradient, dX);
}

export function maxPoolGradientAll32(x: usize, gradient: usize, dX: usize): void {
  maxPoolGradientAll<f32>(x, gradient, dX);
}

export function maxPoolGradientFirst32(x: usize, gradient: usize, dX: usize): void {
  maxPoolGradientFirst<f32>(x, gradient, dX);
}

export function pack64(inner: i32, innerStep: usize, filters: i32, filterStep: usize, panelLength: usize, source: usize, panels: usize): void {
  pack<f64>(inner, innerStep, filters, filterStep, panelLength, source, panels);
}

export function convolve64(count: i32, rows: i32, cols: i32, planeStep: usize, planeRowStep: usize, planeColStep: usize, runRows: i32, runRowStep: usize, runCols: i32, runColStep: usize, run: usize, filters: i32, outStep: usize, outRowStep: usize, outColStep: usize, plane: usize, panels: usize, out: usize): void {
  convolve<f64>(count, rows, cols, planeStep, planeRowStep, planeColStep, runRows, runRowStep, runCols, runColStep, run, filters, outStep, outRowStep, outColStep, plane, panels, out);
}

export function filterGradient64(count: i32, rows: i32, cols: i32, planeStep: usize, planeRowStep: usize, planeColStep: usize, runRows: i32, runRowStep: usize, runCols: i32, runColStep: usize, run: usize, filters: i32, gradientStep: usize, gradientRowStep: usize, gradientColStep: usize, plane: usize, gradient: usize, filter: usize, filterStep: usize): void {
  filterGradient<f64>(count, rows, cols, planeStep, planeRowStep, planeColStep, runRows, runRowStep, runCols, runColStep, run, filters, gradientStep, gradientRowStep, gradientColStep, plane, gradient, filter, filterStep);
}

export function sumCells64(cells: i32, channels: usize, from: usize, sums: usize): void {
  sumCells<f64>(cells, channels, from, sums);
}

export function scatter64(count: i32, rows: i32, cols: i32, planeStep: usize, planeRowStep: usize, planeColStep: usize, runRows: i32, runRowStep: usize, runCols: i32, runColStep: usize, run: usize, columns: usize, plane: usize): void {
  scatter<f64>(count, rows, cols, planeStep, planeRowStep, planeColStep, runRows, runRowStep, runCols, runColStep, run, columns, plane);
}

export function maxPool64(x: usize, out: usize): void {
  maxPool<f64>(x, out);
}

export function averagePool64(divisorRows: usize, divisorCols: usize, x: usize, out: usize): void {
  averagePool<f64>(divisorRows, divisorCols, x, out);
}

export function averagePoolGradient64(divisorRows: usize, divisorCols: usize, gradient: usize, dX: usize): void {
  averagePoolGradient<f64>(divisorRows, divisorCols, gradient, dX);
}

export function maxPoolGradientAll64(x: usize, gradient: usize, dX: usize): void {
  maxPoolGradientAll<f64>(x, gradient, dX);
}

export function maxPoolGradientFirst64(x: usize, gradient: usize, dX: usize): void {
  maxPoolGradientFirst<f64>(x, gradient, dX);
}
