/** Pieces that the NumPy listings share. */
import type { Geometry } from '../../../layer/geometry';
import { inputEnd, kernelExtent, overhang } from '../../../layer/window';
import { everyNth, numpyMode, tapSlice } from './pythonText';

export const numpyImports = ['import numpy as np', 'from numpy.lib.stride_tricks import sliding_window_view', ''];

/** `np.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))`, with space for ceil-mode windows. */
export function padCall(x: string, geometry: Geometry, constant = '0'): string {
  const { rows, cols, paddingMode } = geometry;
  const widths = `((0, 0), (${rows.padBefore}, ${rows.padAfter + overhang(rows)}), (${cols.padBefore}, ${cols.padAfter + overhang(cols)}), (0, 0))`;
  if (paddingMode !== 'zeros') return `np.pad(${x}, ${widths}, mode='${numpyMode[paddingMode]}')`;
  return constant === '0' ? `np.pad(${x}, ${widths})` : `np.pad(${x}, ${widths}, constant_values=${constant})`;
}

export function windowLines(padded: string, { rows, cols }: Geometry): string[] {
  const steps = [rows.stride, cols.stride].map(everyNth).join(', ');
  const taps = [rows.dilation, cols.dilation].map(everyNth).join(', ');
  return [
    '# windows[i, h, w, c, k, l] is what kernel cell (k, l) of window (h, w) sees',
    `windows = sliding_window_view(${padded}, (${kernelExtent(rows)}, ${kernelExtent(cols)}), axis=(1, 2))`,
    `windows = windows[:, ${steps}, :, ${taps}]`,
    `windows = windows[:, :${rows.outSize}, :${cols.outSize}]`,
  ];
}

export function tapLoop({ rows, cols }: Geometry, target: string, added: string): string[] {
  return [
    `for k in range(${rows.kernel}):`,
    `    for l in range(${cols.kernel}):`,
    `        ${target}[:, ${tapSlice(rows, 'k')}, ${tapSlice(cols, 'l')}, :] += ${added}`,
  ];
}

export function cropLine(dX: string, target: string, { rows, cols }: Geometry): string {
  const vertical = `${rows.padBefore}:${inputEnd(rows)}`;
  const horizontal = `${cols.padBefore}:${inputEnd(cols)}`;
  return `${dX} = ${target}[:, ${vertical}, ${horizontal}, :]`;
}
