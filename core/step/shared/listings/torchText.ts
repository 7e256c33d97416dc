/** Pieces that the PyTorch listings share. */
import type { Geometry } from '../../../layer/geometry';

export const torchImports = ['import torch', 'import torch.nn.functional as F', ''];

/** A contiguous leaf tensor in the new layout, so that its gradient has it too. */
export function grad(backward: boolean): string {
  return backward ? '.contiguous().requires_grad_()' : '';
}

/** The four sides in the order of F.pad, with more cells after the input for `extra` rows and columns. */
export function padSides({ rows, cols }: Geometry, extra: readonly [rows: number, cols: number] = [0, 0]): string {
  return `(${cols.padBefore}, ${cols.padAfter + extra[1]}, ${rows.padBefore}, ${rows.padAfter + extra[0]})`;
}
