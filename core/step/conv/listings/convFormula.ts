/** A convolution as a formula in presentation MathML. */
import type { Geometry } from '../../../layer/geometry';
import type { ConvLayer } from '../../Layer';
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
} from '../../shared/words/mathml';
import type { Names } from '../../shared/words/names';

export function convFormula(layer: ConvLayer, geometry: Geometry, names: Names): string {
  const source = indexed(
    names.x,
    'i',
    tapIndexTerm('h', 'k', geometry.rows),
    tapIndexTerm('w', 'l', geometry.cols),
    channelOf(geometry),
  );
  const weight = indexed(names.w, 'k', 'l', 'q', 'c');
  if (layer.pass === 'forward') {
    const bias = layer.b ? `${operator('+')}${indexed(names.b, 'c')}` : '';
    return math(
      equation(indexed(names.z, 'i', 'h', 'w', 'c'), `${sums('k', 'l', 'q')}${source}${operator('·')}${weight}${bias}`),
    );
  }
  const gradient = indexed(names.dZ, 'i', 'h', 'w', 'c');
  return math(
    equation(
      indexed(names.dX, 'i', 'r', 's', 'q'),
      `${sumOver(`${reach('h', 'k', 'r', geometry.rows)}${operator(',')}${reach('w', 'l', 's', geometry.cols)}`)}${sums('c')}${weight}${operator('·')}${gradient}`,
    ),
    equation(indexed(names.dW, 'k', 'l', 'q', 'c'), `${sums('i', 'h', 'w')}${source}${operator('·')}${gradient}`),
    equation(indexed(names.db, 'c'), `${sums('i', 'h', 'w')}${gradient}`),
  );
}

function channelOf({ groups, inChannels, outChannels }: Geometry): string {
  if (groups === 1) return identifier('q');
  const group = `<mrow><mo>⌊</mo>${identifier('c')}${operator('/')}<mn>${outChannels / groups}</mn><mo>⌋</mo></mrow>`;
  return row(`<mn>${inChannels / groups}</mn>${operator('·')}${group}${operator('+')}${identifier('q')}`);
}
