/** Markdown: one table a plane of the last two axes, with row and column indices as pandas writes them. */
import { formatShape } from '../../array/NdArray';
import { LensError, msg } from '../../message';
import type { ExportFormat } from '../ExportFormat';
import { numberText, pythonNumber } from '../numberText';
import { planeSubscript, tablePlanes } from '../planes';

export const markdownFormat: ExportFormat = {
  id: 'markdown',
  label: 'Markdown',
  languages: ['markdown'],
  write: ({ array, name }) => {
    const { shape, data } = array;
    if (data.length === 0)
      throw new LensError(msg('Markdown cannot hold an empty array of shape {0}', formatShape(shape)));
    return tablePlanes(array)
      .map((plane) => {
        const heading = plane.index.length > 0 ? `\`${name ?? 'array'}${planeSubscript(plane)}\`\n\n` : '';
        const numbers = plane.rows.map((row) =>
          row.map((value) => numberText(value, ['NaN', '∞', '−∞'], pythonNumber)),
        );
        const header = ['', ...numbers[0]!.map((_, col) => String(col))];
        const rows = numbers.map((row, index) => [String(index), ...row]);
        const widths = header.map((text, col) => Math.max(text.length, 2, ...rows.map((row) => row[col]!.length)));
        const padded = (cells: readonly string[]) => line(cells.map((text, col) => text.padStart(widths[col]!)));
        return (
          heading +
          padded(header) +
          line(widths.map((width) => `${'-'.repeat(width - 1)}:`)) +
          rows.map(padded).join('')
        );
      })
      .join('\n');
  },
};

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
