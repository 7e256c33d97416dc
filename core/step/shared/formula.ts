/** The layer as a formula in presentation MathML. Names are escaped; everything else is ours. */
import type { Axis } from '../../layer/axis';
import type { Geometry } from '../../layer/geometry';
import type { ConvLayer, PoolLayer } from '../Layer';
import type { Names } from './names';

export function convFormula(layer: ConvLayer, geometry: Geometry, names: Names): string {
  const source = indexed(
    names.x,
    'i',
    position('h', 'k', geometry.rows),
    position('w', 'l', geometry.cols),
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

export function poolFormula(layer: PoolLayer, geometry: Geometry, names: Names): string {
  const { rows, cols } = geometry;
  const source = indexed(names.x, 'i', position('h', 'k', rows), position('w', 'l', cols), 'c');
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

function math(...equations: string[]): string {
  const rows = equations.map((each) => `<mtr><mtd>${each}</mtd></mtr>`).join('');
  return `<math display="block"><mtable columnalign="left" rowspacing="0.8em">${rows}</mtable></math>`;
}

function equation(left: string, right: string): string {
  return row(`${left}${operator('=')}${right}`);
}

/** `2·h + k − 1`: where kernel cell `tap` of window `out` reads. */
function position(out: string, tap: string, axis: Axis): string {
  const shift = axis.padBefore === 0 ? '' : `${operator('−')}<mn>${axis.padBefore}</mn>`;
  return row(`${times(axis.stride, out)}${operator('+')}${times(axis.dilation, tap)}${shift}`);
}

/** `2·h + k − 1 = r`: the windows and kernel cells that read row or column `index`. */
function reach(out: string, tap: string, index: string, axis: Axis): string {
  return row(`${position(out, tap, axis)}${operator('=')}${identifier(index)}`);
}

function channelOf({ groups, inChannels, outChannels }: Geometry): string {
  if (groups === 1) return identifier('q');
  const group = `<mrow><mo>⌊</mo>${identifier('c')}${operator('/')}<mn>${outChannels / groups}</mn><mo>⌋</mo></mrow>`;
  return row(`<mn>${inChannels / groups}</mn>${operator('·')}${group}${operator('+')}${identifier('q')}`);
}

function times(factor: number, name: string): string {
  return factor === 1 ? identifier(name) : `<mn>${factor}</mn>${operator('·')}${identifier(name)}`;
}

function sums(...indices: string[]): string {
  return sumOver(indices.map(identifier).join(operator(',')));
}

function sumOver(condition: string): string {
  return `<munder><mo>∑</mo>${row(condition)}</munder>`;
}

function indexed(name: string, ...indices: string[]): string {
  const list = indices.map((index) => (index.startsWith('<') ? index : identifier(index))).join(operator(','));
  return `<msub>${identifier(name)}${row(list)}</msub>`;
}

function identifier(name: string): string {
  return `<mi>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</mi>`;
}

function operator(sign: string): string {
  return `<mo>${sign}</mo>`;
}

function row(content: string): string {
  return `<mrow>${content}</mrow>`;
}
