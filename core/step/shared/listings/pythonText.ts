/** Pieces that the Python listings share. */
import { coveredSize, type Axis } from '../../../layer/window';
import type { Geometry } from '../../../layer/geometry';
import type { PaddingMode } from '../../../layer/options';

/** `2` or `(2, 1)`: one number where both axes agree. */
export function pairText(vertical: number, horizontal: number): string {
  return vertical === horizontal ? String(vertical) : `(${vertical}, ${horizontal})`;
}

/** Whether the four sides are two numbers, as PyTorch's `padding` wants them. */
export function isSymmetric({ rows, cols }: Geometry): boolean {
  return rows.padBefore === rows.padAfter && cols.padBefore === cols.padAfter;
}

/** `::2`, or `:` for a step of one. */
export function everyNth(step: number): string {
  return step === 1 ? ':' : `::${step}`;
}

/** The slice of `axis` that kernel cell `index` (a Python expression) of all windows reads, in padded coordinates. */
export function tapSlice({ stride, dilation, outSize }: Axis, index: string): string {
  const start = dilation === 1 ? index : `${dilation} * ${index}`;
  const end = `${start} + ${coveredSize({ kernel: 1, dilation, stride }, outSize)}`;
  return stride === 1 ? `${start}:${end}` : `${start}:${end}:${stride}`;
}

export const numpyMode: Readonly<Record<PaddingMode, string>> = {
  zeros: 'constant',
  reflect: 'reflect',
  replicate: 'edge',
  circular: 'wrap',
};
