/** Pieces of formulas in presentation MathML. Names are escaped. */
import type { Axis } from '../../../layer/window';

export function math(...equations: string[]): string {
  const rows = equations.map((each) => `<mtr><mtd>${each}</mtd></mtr>`).join('');
  return `<math display="block"><mtable columnalign="left" rowspacing="0.8em">${rows}</mtable></math>`;
}

export function equation(left: string, right: string): string {
  return row(`${left}${operator('=')}${right}`);
}

/** `2·h + k − 1`: where kernel cell `tap` of window `out` reads. */
export function tapIndexTerm(out: string, tap: string, axis: Axis): string {
  const shift = axis.padBefore === 0 ? '' : `${operator('−')}<mn>${axis.padBefore}</mn>`;
  return row(`${times(axis.stride, out)}${operator('+')}${times(axis.dilation, tap)}${shift}`);
}

/** `2·h + k − 1 = r`: the windows and kernel cells that read row or column `index`. */
export function reach(out: string, tap: string, index: string, axis: Axis): string {
  return row(`${tapIndexTerm(out, tap, axis)}${operator('=')}${identifier(index)}`);
}

function times(factor: number, name: string): string {
  return factor === 1 ? identifier(name) : `<mn>${factor}</mn>${operator('·')}${identifier(name)}`;
}

export function sums(...indices: string[]): string {
  return sumOver(indices.map(identifier).join(operator(',')));
}

export function sumOver(condition: string): string {
  return `<munder><mo>∑</mo>${row(condition)}</munder>`;
}

export function indexed(name: string, ...indices: string[]): string {
  const list = indices.map((index) => (index.startsWith('<') ? index : identifier(index))).join(operator(','));
  return `<msub>${identifier(name)}${row(list)}</msub>`;
}

export function identifier(name: string): string {
  return `<mi>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</mi>`;
}

export function operator(sign: string): string {
  return `<mo>${sign}</mo>`;
}

export function row(content: string): string {
  return `<mrow>${content}</mrow>`;
}
