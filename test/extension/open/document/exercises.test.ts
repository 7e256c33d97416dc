/** Pages with several exercises: the one at the cursor opens, with its own numbers alone. */
import { describe, expect, it } from 'vitest';
import { layer } from '../requests';

const IMAGE = '1 2 3\n4 5 6\n7 8 9\n';
const sheet = (heading: (number: number) => string, fence = '') => {
  const table = (rows: string): string => `\n${fence && `${fence}\n`}${rows}${fence && `${fence}\n`}\n`;
  return [
    `# Sheet\n\n${heading(1)}\n\nConvolve the image with the kernel, stride 1, no padding.\n\nImage:\n${table(IMAGE)}Kernel:\n${table('1 0\n0 1\n')}`,
    `${heading(2)}\n\nMax pooling with 2x2 windows and stride 2 of the feature map\n${table('1 3 2 1\n4 6 5 7\n8 2 0 3\n1 9 4 2\n')}`,
    `${heading(3)}\n\nConvolve the image with the kernel. Use a stride of 2 and padding 1. The bias is 3.\n\nImage:\n${table(IMAGE)}Kernel:\n${table('0 1\n1 0\n')}`,
    `${heading(4)}\n\nAverage pooling, 3x3 window, stride 1:\n${table('1 2 3 4\n5 6 7 8\n9 8 7 6\n')}`,
  ].join('\n');
};

describe.each([
  ['plaintext', sheet((number) => `Exercise ${number}`)],
  ['plaintext', sheet((number) => `Aufgabe ${number}:`)],
  ['plaintext', sheet((number) => `第${number}题`)],
  ['markdown', sheet((number) => `## Problem ${number} (5 points)`)],
  ['markdown', sheet((number) => `## ${['Edges', 'Pooling', 'Strides', 'Mean pooling'][number - 1]}`)],
  ['markdown', sheet((number) => `**Question ${number}**`, '```')],
])('%s', (languageId, text) => {
  it.each([
    ['stride 1, no padding', 'conv_forward', { stride: 1, padding: 0 }],
    ['4 6 5 7', 'pool_forward', { mode: 'max', kernel: 2, stride: 2 }],
    ['Use a stride', 'conv_forward', { stride: 2, padding: 1 }],
    ['9 8 7 6', 'pool_forward', { mode: 'average', kernel: 3, stride: 1 }],
  ])('at "%s"', (at, operation, options) => {
    const opened = layer({ text, languageId, cursor: text.indexOf(at) });
    expect(opened).toMatchObject({ operation, options });
    expect(opened.roles.b?.values).toEqual(at.startsWith('Use') ? [3] : undefined);
  });

  it('without a cursor, the first', () => {
    expect(layer({ text, languageId }).options).toMatchObject({ stride: 1, padding: 0 });
  });
});

it('the steps of one example belong together', () => {
  const text = `## Step 1: the image\n\n${IMAGE}\n## Step 2: the kernel\n\n1 0\n0 1\n\n## Step 3: the convolution with stride 2\n\n6\n`;
  const { roles, options } = layer({ text, languageId: 'markdown', cursor: text.indexOf('Step 3') });
  expect(options).toMatchObject({ stride: 2 });
  expect(roles).toMatchObject({ x: { shape: [1, 3, 3, 1] }, w: { values: [1, 0, 0, 1] } });
});

it('tables of HTML below headings', () => {
  const table = (rows: string): string =>
    `<table>${rows.replace(/(.*)\n/g, (_, row: string) => `<tr>${row.replace(/\d+/g, '<td>$&</td>')}</tr>`)}</table>`;
  const text = `<html><body><h2>Exercise 1</h2><p>Convolve with stride 1.</p><p>Image</p>${table(IMAGE)}<p>Kernel</p>${table('1 0\n0 1\n')}
<h2>Exercise 2</h2><p>Max pooling, 2x2 windows, stride 2:</p>${table('1 3\n4 2\n')}</body></html>`;
  const at = (words: string) => layer({ text, languageId: 'html', cursor: text.indexOf(words) });
  expect(at('Image')).toMatchObject({ operation: 'conv_forward', options: { stride: 1 } });
  expect(at('Max pooling')).toMatchObject({ operation: 'pool_forward', roles: { x: { values: [1, 3, 4, 2] } } });
});
