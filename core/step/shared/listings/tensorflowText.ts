/** Pieces that the TensorFlow listings share. */
import type { Geometry } from '../../../layer/geometry';
import { isPadded } from '../../../layer/window';
import { numpyMode } from './pythonText';

export function pairList(vertical: number, horizontal: number): string {
  return vertical === horizontal ? String(vertical) : `[${vertical}, ${horizontal}]`;
}

/** The input with its padding, as an expression through which gradients flow; `indexLines` define its names. */
export function padded(x: string, geometry: Geometry, constant = ''): string {
  if (!isPadded(geometry)) return x;
  const { rows, cols, paddingMode } = geometry;
  const widths = `[[0, 0], [${rows.padBefore}, ${rows.padAfter}], [${cols.padBefore}, ${cols.padAfter}], [0, 0]]`;
  if (paddingMode === 'reflect') return `tf.pad(${x}, ${widths}, mode='REFLECT')`;
  if (paddingMode === 'zeros') return `tf.pad(${x}, ${widths}${constant})`;
  return `tf.gather(tf.gather(${x}, rows, axis=1), cols, axis=2)`;
}

/** The imports, and for a padding that tf.pad does not have, the input rows and columns that the padded ones repeat. */
export function tensorflowImports(geometry: Geometry): string[] {
  const { rows, cols, paddingMode } = geometry;
  if (!isPadded(geometry) || paddingMode === 'zeros' || paddingMode === 'reflect')
    return ['import tensorflow as tf', ''];
  const mode = numpyMode[paddingMode];
  return [
    'import numpy as np',
    'import tensorflow as tf',
    '',
    `rows = np.pad(np.arange(${rows.size}), (${rows.padBefore}, ${rows.padAfter}), mode='${mode}')`,
    `cols = np.pad(np.arange(${cols.size}), (${cols.padBefore}, ${cols.padAfter}), mode='${mode}')`,
  ];
}
