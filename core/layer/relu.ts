/** ReLU: max(0, Z), element by element, and its gradient. */
import type { NdArray } from '../array/NdArray';

export function relu(z: NdArray): NdArray {
  return elementwise(z, rectified);
}

/** dA where Z > 0, else 0. */
export function reluBackward(dA: NdArray, z: NdArray): NdArray {
  return elementwise(dA, (gradient, index) => (passesGradient(z.data[index]!) ? gradient : 0));
}

/** max(0, value); NaN stays NaN, as in NumPy and PyTorch. */
export function rectified(value: number): number {
  return value > 0 || Number.isNaN(value) ? value : 0;
}

/** Whether the gradient passes: not at 0, but at NaN, as in PyTorch. */
export function passesGradient(value: number): boolean {
  return !(value <= 0);
}

function elementwise({ shape, data }: NdArray, change: (value: number, index: number) => number): NdArray {
  return { shape, data: data instanceof Float32Array ? data.map(change) : data.map(change) };
}
