/** Pages of HTML whose arrays are in tables. */
import { expect, it } from 'vitest';
import { layer } from './requests';

const table = (rows: readonly string[]): string =>
  `<table class="m">\n${rows.map((row) => `  <tr>${row.replace(/\S+/g, '<td>$&</td>')}</tr>`).join('\n')}\n</table>\n`;

it('a convolution whose options are in the words, and whose result has a bias', () => {
  const text =
    '<!DOCTYPE html>\n<html><head><style>td { width: 2em }</style></head><body>\n<h3>Input Matrix</h3>\n' +
    table(['1 2 3 0', '0 1 2 5', '1 0 1 1', '2 1 0 4']) +
    `<h3>Kernel Matrix</h3>${table(['1 0', '0 -1'])}` +
    '<ul><li>Stride: $s = 2$ (in steps)</li><li>bias = 3</li></ul><p>(1&times;1) - 1</p>' +
    `<h3>Output (Feature Map)</h3>${table(['3 1', '3 0'])}</body></html>`;
  const { roles, options, assumptions } = layer({ text, languageId: 'html' });
  expect([roles['x']?.shape, roles['w']?.values, roles['b']?.values]).toEqual([[1, 4, 4, 1], [1, 0, 0, -1], [3]]);
  expect(options).toMatchObject({ stride: 2, padding: 0 });
  expect(assumptions).toContain('the text shows the result of this layer: output');
});
