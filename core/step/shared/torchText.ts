/** Pieces that the PyTorch listings share. */
import type { Geometry } from '../../layer/geometry';

export const torchImports = ['import torch', 'import torch.nn.functional as F', ''];

/** A leaf tensor in the new layout, so that its gradient has it too. */
export function grad(backward: boolean): string {
  return backward ? '.clone().requires_grad_()' : '';
}

export function padCall({ rows, cols, paddingMode }: Geometry, value = '0'): string {
  const sides = `(${cols.padBefore}, ${cols.padAfter}, ${rows.padBefore}, ${rows.padAfter})`;
  if (paddingMode !== 'zeros') return `F.pad(x, ${sides}, mode='${paddingMode}')`;
  return value === '0' ? `F.pad(x, ${sides})` : `F.pad(x, ${sides}, value=${value})`;
}
