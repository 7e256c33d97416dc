/** A transposed convolution as a formula in presentation MathML. */
import type { Geometry } from '../../layer/geometry';
import type { ConvTransposeLayer } from '../Layer';
import { equation, indexed, math, operator, tapIndexTerm, reach, sumOver, sums } from '../shared/words/mathml';
import type { Names } from '../shared/words/names';

export function transposeFormula(layer: ConvTransposeLayer, geometry: Geometry, names: Names): string {
  const { rows, cols } = geometry;
  const weight = indexed(names.w, 'k', 'l', 'q', 'c');
  const input = indexed(names.x, 'i', 'h', 'w', 'c');
  if (layer.pass === 'forward') {
    const bias = layer.b ? `${operator('+')}${indexed(names.b, 'q')}` : '';
    const over = sumOver(`${reach('h', 'k', 'r', rows)}${operator(',')}${reach('w', 'l', 's', cols)}`);
    return math(
      equation(indexed(names.z, 'i', 'r', 's', 'q'), `${over}${sums('c')}${weight}${operator('·')}${input}${bias}`),
    );
  }
  const gradient = indexed(names.dZ, 'i', tapIndexTerm('h', 'k', rows), tapIndexTerm('w', 'l', cols), 'q');
  return math(
    equation(indexed(names.dX, 'i', 'h', 'w', 'c'), `${sums('k', 'l', 'q')}${gradient}${operator('·')}${weight}`),
    equation(indexed(names.dW, 'k', 'l', 'q', 'c'), `${sums('i', 'h', 'w')}${gradient}${operator('·')}${input}`),
    ...(layer.b
      ? [equation(indexed(names.db, 'q'), `${sums('i', 'r', 's')}${indexed(names.dZ, 'i', 'r', 's', 'q')}`)]
      : []),
  );
}
