/** Pieces that the TensorFlow listings share. */
import type { Geometry } from '../../layer/geometry';
import { isPadded } from '../../layer/window';

export function list(vertical: number, horizontal: number): string {
  return vertical === horizontal ? String(vertical) : `[${vertical}, ${horizontal}]`;
}

export function padded(x: string, geometry: Geometry, constant = ''): string {
  if (!isPadded(geometry)) return x;
  const { rows, cols, paddingMode } = geometry;
  const widths = `[[0, 0], [${rows.padBefore}, ${rows.padAfter}], [${cols.padBefore}, ${cols.padAfter}], [0, 0]]`;
  if (paddingMode === 'reflect') return `tf.pad(${x}, ${widths}, mode='REFLECT')`;
  if (paddingMode === 'zeros') return `tf.pad(${x}, ${widths}${constant})`;
  const mode = paddingMode === 'replicate' ? 'edge' : 'wrap';
  const numpyWidths = widths.replaceAll('[', '(').replaceAll(']', ')');
  return `np.pad(${x}, ${numpyWidths}, mode='${mode}')`;
}
