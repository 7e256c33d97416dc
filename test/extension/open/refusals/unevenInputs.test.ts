/** A row of the input with another length: no other table of the text is taken as the input. */
import { describe, expect, it } from 'vitest';
import { refusal } from '../requests';

const padded = ['0 0 0 0 0', '0 1 2 3 0', '0 4 5 6', '0 7 8 9 0', '0 0 0 0 0'];
const step = ['0 0 0', '0 1 2', '0 4 5'];
const kernel = ['1 0 -1', '0 1 0', '-1 0 1'];

const piped = (row: string): string => `| ${row.replaceAll(' ', ' | ')} |`;
const bracketed = (row: string, index: number, { length }: readonly string[]): string =>
  `${index === 0 ? '[' : ' '}[${row}]${index === length - 1 ? ']' : ''}`;

describe('"Padded Input:" above a row of 4 numbers between rows of 5', () => {
  it.each([
    ['numbers with blanks', (row: string) => row, '0 4 5 6'],
    ['rows of Markdown', piped, piped('0 4 5 6')],
    ['rows in brackets', bracketed, '[0 4 5 6]'],
  ])('%s', (_, write, row) => {
    const [x, window, w] = [padded, step, kernel].map((rows) => rows.map(write).join('\n'));
    const text = `Padded Input:\n\n${x}\n\nThe window at (0, 0):\n\n${window}\n\nKernel:\n\n${w}\n\nCompute the convolution with stride 1.\n`;
    for (const cursor of [undefined, text.indexOf('Compute'), text.indexOf(write('0 4 5 6', 2, padded))]) {
      const [message, at = ''] = refusal({ text, languageId: 'markdown', ...(cursor !== undefined && { cursor }) });
      expect(message).toMatch(/this (?:row has 4 numbers|list has 4 entries)/);
      expect(row).toContain(at.trim().replace(/^\| | \|$/g, ''));
    }
  });
});
