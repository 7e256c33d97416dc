/** A pooling as a formula in presentation MathML. */
import type { Geometry } from '../../layer/geometry';
import type { PoolLayer } from '../Layer';
import {
  equation,
  identifier,
  indexed,
  math,
  operator,
  tapIndexTerm,
  reach,
  row,
  sumOver,
  sums,
} from '../shared/words/mathml';
import type { Names } from '../shared/words/names';

export function poolFormula(layer: PoolLayer, geometry: Geometry, names: Names): string {
  const { rows, cols } = geometry;
  const source = indexed(names.x, 'i', tapIndexTerm('h', 'k', rows), tapIndexTerm('w', 'l', cols), 'c');
  const result = indexed(names.z, 'i', 'h', 'w', 'c');
  const gradient = indexed(names.dZ, 'i', 'h', 'w', 'c');
  const max = layer.options.mode === 'max';
  const share = `<mfrac><mn>1</mn><mn>${rows.kernel * cols.kernel}</mn></mfrac>`;
  if (layer.pass === 'forward') {
    const body = max
      ? `<munder><mo>max</mo>${row(`${identifier('k')}${operator(',')}${identifier('l')}`)}</munder>${source}`
      : `${share}${sums('k', 'l')}${source}`;
    return math(equation(result, body));
  }
  const cell = indexed(names.dX, 'i', 'r', 's', 'c');
  const over = sumOver(`${reach('h', 'k', 'r', rows)}${operator(',')}${reach('w', 'l', 's', cols)}`);
  const input = indexed(names.x, 'i', 'r', 's', 'c');
  const won = `<mrow><mo>[</mo>${input}${operator('=')}${result}<mo>]</mo></mrow>`;
  return math(equation(cell, `${over}${max ? won : share}${operator('·')}${gradient}`));
}
