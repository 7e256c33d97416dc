/** Labels of a table's columns do not tell what the table is: the words above them do. */
import { describe, expect, it } from 'vitest';
import { layer } from '../requests';

function table(letter: string, rows: readonly (readonly number[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`;
  const head = rows[0]!.map((_, index) => `${letter}${index + 1}`);
  return `${line(head)}${line(head.map(() => '--:'))}${rows.map(line).join('')}\n`;
}

it('the gradient of a pooling: the backward pass opens, with the cursor in its table too', () => {
  const x = table('x', [
    [2, 8, 1, 0],
    [7, 4, 6, 2],
    [0, 3, 5, 8],
    [6, 1, 9, 7],
  ]);
  const g = table('g', [
    [10, 20],
    [7, -1],
  ]);
  const text = `A max pooling layer with a 2 x 2 window and stride 2 gets the input\n\n${x}In the backward step, the gradient from the next layer is\n\n${g}State the input gradient.\n`;
  for (const cursor of [undefined, text.indexOf('| 10')])
    expect(layer({ text, languageId: 'markdown', ...(cursor !== undefined && { cursor }) })).toMatchObject({
      operation: 'pool_backward',
      roles: { dA: { values: [10, 20, 7, -1] } },
    });
});

describe('channels with a slice of the filter each', () => {
  const plane = (letter: string, first: number): string =>
    table(letter, [
      [first, 2, 0],
      [1, 0, 3],
      [2, 1, 1],
    ]);
  const slice = (first: number): string =>
    table('k', [
      [first, 0],
      [-1, 2],
    ]);
  const planes = `Our image has a red and a green channel.\n\n**Red**\n\n${plane('c', 1)}**Green**\n\n${plane('c', 5)}`;
  const rates = '| rate | epochs |\n|---:|---:|\n| 0.1 | 12 |\n| 0.03 | 20 |\n\n';

  it('also below a table about something else', () => {
    const text = `The rates of last week:\n\n${rates}${planes}The only filter has one 2 x 2 slice per channel. Slice for red:\n\n${slice(1)}Slice for green:\n\n${slice(4)}Compute the convolution.\n`;
    expect(layer({ text, languageId: 'markdown' })).toMatchObject({
      operation: 'conv_forward',
      roles: {
        x: { shape: [1, 3, 3, 2], values: [1, 5, 2, 2, 0, 0, 1, 1, 0, 0, 3, 3, 2, 2, 1, 1, 1, 1] },
        w: { shape: [2, 2, 2, 1], values: [1, 4, 0, 0, -1, -1, 2, 2] },
      },
    });
  });
});
