/** Pages of HTML whose arrays are in tables. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

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

it('an exercise with captions below its tables and rows in a body: the convolution, and the pooling of the line at the cursor', () => {
  const body = (rows: readonly string[], caption: string): string =>
    table(rows)
      .replace(/(<tr>[^]*<\/tr>)/, '<tbody>$1</tbody>')
      .replace('</table>', `<caption>${caption}</caption></table>`);
  const text =
    body(['4 8 0 1', '0 0 2 4', '0 1 5 3', '7 1 0 0'], 'Input') +
    body(['1 0 -1', '0 0 0', '-1 0 1'], 'Kernel') +
    '<p>1. Using a stride = 1, padding = 1 and the given kernel, calculate the output of the convolutional layer.</p>\n' +
    '<p>2. Down-sample the input with a 2x2 filter: explain what the average pooling does.</p>\n';
  const { roles, options } = layer({ text, languageId: 'html' });
  expect([roles['x']?.shape, roles['w']?.values]).toEqual([
    [1, 4, 4, 1],
    [1, 0, -1, 0, 0, 0, -1, 0, 1],
  ]);
  expect(options).toMatchObject({ stride: 1, padding: 1 });
  expect(layer({ text, languageId: 'html', cursor: text.indexOf('Down-sample') })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'average', kernel: 2, stride: 2 },
    roles: { x: { shape: [1, 4, 4, 1] } },
  });
});

it('a pooling of what a section above computes: its input is the array whose result is shown, not the one before that', () => {
  const page = (rectified: string, pooled: readonly string[]): string =>
    '<!doctype html><html><body><h2>ReLU</h2><p>Negative numbers become 0.</p>\n' +
    `<h3>Feature map</h3>${table(['-8 2 4 1', '3 1 -7 2', '6 -5 0 2', '1 2 3 -9'])}` +
    `<h3>${rectified}</h3>${table(['0 2 4 1', '3 1 0 2', '6 0 0 2', '1 2 3 0'])}` +
    '<h2>Pooling</h2>\n<p>A 2&times;2 average pooling with stride 2 on the rectified map:</p>\n' +
    `<h3>Result</h3>${table(pooled)}</body></html>`;
  const text = page('Output of ReLU', ['1.5 1.75', '2.25 1.25']);
  const { operation, roles, options, assumptions } = layer({
    text,
    languageId: 'html',
    cursor: text.indexOf('rectified'),
  });
  expect([operation, roles['x']?.values]).toEqual(['pool_forward', [0, 2, 4, 1, 3, 1, 0, 2, 6, 0, 0, 2, 1, 2, 3, 0]]);
  expect(options).toMatchObject({ mode: 'average', kernel: 2, stride: 2 });
  expect(assumptions.filter((each) => each.startsWith('the text shows the result'))).toHaveLength(1);
  expect(assumptions.filter((each) => each.startsWith('not used'))).toEqual([]);
});

it.each([
  [
    '<p><b>Part 2.</b> With the same input, reduce the map by a 2x2 filter of max\npooling (no overlap).</p>\n',
    'Part 2',
  ],
  ['<p><b>Part 2.</b> With the same input, reduce the map\nby max pooling with a 2x2 filter.</p>\n', 'map\nby'],
])('the lines of the part at the cursor are about its pooling: %s', (part, cursor) => {
  const text =
    `<h4>Input</h4>${table(['5 1 0 2', '8 0 3 3', '1 6 2 2', '9 4 7 6'])}` +
    `<h4>Kernel</h4>${table(['1 0 -1', '0 3 0', '-1 0 1'])}` +
    `<p><b>Part 1.</b> With stride = 1 and padding = 1, calculate the\nconvolution.</p>\n${part}`;
  expect(layer({ text, languageId: 'html', cursor: text.indexOf(cursor) })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2, stride: 2 },
  });
  expect(layer({ text, languageId: 'html', cursor: text.indexOf('Part 1') }).operation).toBe('conv_forward');
});

it('a table about something else is an array without its labels, also between words', () => {
  const page =
    '<html><body>\n<h1>Snow depth</h1>\n<table>\n<tr><th></th><th>Jan</th><th>Feb</th><th>Mar</th></tr>\n' +
    '<tr><th>A</th><td>12</td><td>15</td><td>9</td></tr>\n<tr><th>B</th><td>30</td><td>28</td><td>17</td></tr>\n</table>\n</body></html>\n';
  const plain = 'Snow depth\nIn centimetres; two stations.\n\n 12 15 9\n 30 28 17\n\nUpdated on 1 May 2023.\n';
  for (const [text, languageId] of [
    [page, 'html'],
    [plain, 'plaintext'],
  ] as const)
    for (const cursor of [undefined, text.indexOf('Snow')])
      expect(openText({ text, languageId, ...(cursor !== undefined && { cursor }) })).toMatchObject({
        kind: 'array',
        arrays: [{ shape: [2, 3], values: [12, 15, 9, 30, 28, 17] }],
      });
});
