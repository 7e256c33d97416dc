/** Tables of numbers with their labels below them, or above them. */
import { describe, expect, it } from 'vitest';
import { layer } from '../requests';

const ROWS = {
  input: [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
  kernel: [
    [1, 0],
    [0, 1],
  ],
  output: [
    [8, 10],
    [14, 16],
  ],
};

const plain = (rows: readonly (readonly number[])[]): string => rows.map((row) => row.join(' ')).join('\n');
const bars = (rows: readonly (readonly number[])[]): string => {
  const [first = [], ...others] = rows;
  const lines = [first, first.map(() => '---'), ...others];
  return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
};

const PAGES: readonly (readonly [title: string, text: string])[] = [
  [
    'emphasised words below tables of Markdown',
    `A convolution with stride 1.\n\n${bars(ROWS.input)}\n\n*Input*\n\n${bars(ROWS.kernel)}\n\n*Kernel*\n\n${bars([[2]])}\n\n*Bias*\n\n${bars(ROWS.output)}\n\n*Output*\n`,
  ],
  [
    'numbered captions below fences',
    `A convolution with stride 1.\n\n\`\`\`\n${plain(ROWS.input)}\n\`\`\`\n**Figure 1. Input image**\n\n\`\`\`\n${plain(ROWS.kernel)}\n\`\`\`\n**Figure 2. Kernel (2 × 2)**\n\n| 2 |\n|---|\n\n**Figure 3. Bias**\n\n\`\`\`\n${plain(ROWS.output)}\n\`\`\`\n**Figure 4. Output**\n`,
  ],
];

describe('labels below tables', () => {
  it.each(PAGES)('name the table above them: %s', (_, text) => {
    const opened = layer({ text, languageId: 'markdown' });
    expect(opened).toMatchObject({
      roles: { x: { values: ROWS.input.flat() }, w: { values: ROWS.kernel.flat() }, b: { values: [2] } },
    });
    expect(opened.assumptions).toContain('the text shows the result of this layer: output');
  });
});

it('labels above tables do not name the table above them where the result is left open', () => {
  const text = `Compute the convolution (stride 1).\n\nInput\n\n${plain(ROWS.input)}\n\nKernel\n\n${plain(ROWS.kernel)}\n\nOutput\n\n?\n`;
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    roles: { x: { values: ROWS.input.flat() }, w: { values: ROWS.kernel.flat() } },
  });
});
