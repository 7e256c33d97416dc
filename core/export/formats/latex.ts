/** LaTeX: one `bmatrix` a plane of the last two axes. Needs amsmath, whose matrices have at most 10 columns; wider ones are arrays. */
import { formatShape } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import type { ExportFormat } from '../ExportFormat';
import { numberText, pythonNumber } from '../numberText';
import { planeSubscript, tablePlanes } from '../planes';

export const latexFormat: ExportFormat = {
  id: 'latex',
  label: 'LaTeX',
  languages: ['latex', 'tex'],
  write: ({ array, name }) => {
    const { shape, data } = array;
    if (data.length === 0)
      throw new LensError(msg('LaTeX cannot hold an empty array of shape {0}', formatShape(shape)));
    const symbol = name === undefined ? undefined : nameText(name);
    return tablePlanes(array)
      .map((plane) => {
        const subscript = plane.index.length > 0 ? planeSubscript(plane) : '';
        const head = symbol ?? (subscript && '\\mathrm{array}');
        const rows = plane.rows.map((row) => `  ${row.map(cell).join(' & ')}`).join(' \\\\\n');
        return `${head ? `${head}${subscript} = ` : ''}${matrix(rows, plane.rows[0]!.length)}`;
      })
      .join('\n\\quad\n');
  },
};

/** amsmath's counter MaxMatrixCols. */
const mostColumns = 10;

function matrix(rows: string, columns: number): string {
  if (columns <= mostColumns) return `\\begin{bmatrix}\n${rows}\n\\end{bmatrix}`;
  return `\\left[\\begin{array}{*{${columns}}{c}}\n${rows}\n\\end{array}\\right]`;
}

/** `A_prev` has its second part as a subscript; longer words are upright. */
function nameText(name: string): string {
  const [first = '', ...others] = name.split('_').map((word) => word.replace(/[^A-Za-z0-9]/g, ''));
  const text = (word: string) => (word.length > 1 ? `\\mathrm{${word}}` : word);
  const subscript = others.filter((word) => word !== '').join('\\,');
  return subscript === '' ? text(first) : `${text(first)}_{\\mathrm{${subscript}}}`;
}

function cell(value: number): string {
  return numberText(value, ['\\mathrm{NaN}', '\\infty', '-\\infty'], (finite) =>
    pythonNumber(finite).replace(/e\+?(-?\d+)$/, ' \\times 10^{$1}'),
  );
}
