/** A table is read as a whole or not at all, and the array at the cursor belongs to the exercise around it. */
import { describe, expect, it } from 'vitest';
import { openText, type OpenedLayer } from '../../../../extension/session/openText';

const POOL = 'Apply average pooling with a 2x3 window and stride 2.\n';

function open(text: string, at?: string): OpenedLayer {
  const opened = openText({ text, languageId: 'markdown', ...(at !== undefined && { cursor: text.indexOf(at) }) });
  if (opened.kind !== 'layer') throw new Error(JSON.stringify(opened));
  return opened;
}

describe('a cell that is not a number', () => {
  it.each(['1/2', '?', 'nan', 'x'])('%s in the last row', (cell) => {
    const text = `Input:\n\n4 0 2 6 1\n2 2 8 0 3\n-1 5 3 3 7\n3 1 ${cell} 5 1\n\n${POOL}`;
    expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
      kind: 'refused',
      message: `${cell} is not a number`,
      range: [text.indexOf(`${cell} 5 1`), text.indexOf(' 5 1')],
    });
  });

  it('in a row between others', () => {
    const text = `Input:\n\n4 0 2 6 1\n2 2 ? 0 3\n-1 5 3 3 7\n3 1 4 5 1\n\n${POOL}`;
    expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
      kind: 'refused',
      message: '? is not a number',
    });
  });

  it('in a matrix of LaTeX', () => {
    const text = `\\begin{pmatrix}\n4 & 0 & 2\\\\\n2 & 2 & 8\\\\\n3 & \\alpha & 5\n\\end{pmatrix}\n${POOL}`;
    expect(openText({ text, languageId: 'latex' })).toMatchObject({
      kind: 'refused',
      message: '\\alpha is not a number',
    });
  });
});

it.each([
  ['\\tfrac12', 0.5],
  ['\\frac{3}{4}', 0.75],
  ['-\\dfrac{1}{4}', -0.25],
])('a fraction of LaTeX: %s', (written, value) => {
  const text = `$F = \\begin{pmatrix} 4 & 0 & 2\\\\ 2 & ${written} & 8 \\end{pmatrix}$. ${POOL}`;
  expect(open(text).roles.x!.values).toEqual([4, 0, 2, 2, value, 8]);
});

describe('with the cursor at one array', () => {
  const block = (...rows: string[]): string => `\n\n  \`\`\`\n  [\n    [${rows.join('],\n    [')}]\n  ]\n  \`\`\`\n\n`;
  const example = (number: number, image: string, kernel: string, output: string): string =>
    `**Example ${number}:**\n\n- Input:\n  image:${image}  kernel:${kernel}- Output:\n  output:${output}`;
  const EXAMPLES =
    'Compute the convolution of the image with the kernel, with zero-padding.\n\n' +
    example(1, block('1, 2', '3, 4'), block('0, 0, 0', '0, 2, 0', '0, 0, 0'), block('2, 4', '6, 8')) +
    example(2, block('5, 6', '7, 8'), block('0, 0, 0', '0, 3, 0', '0, 0, 0'), block('15, 18', '21, 24'));

  it.each(['[5, 6', '[0, 3', '[21, 24'])('%s of the second example', (at) => {
    const { operation, options, roles, assumptions } = open(EXAMPLES, at);
    expect([operation, options['padding'], roles.x!.values]).toEqual(['conv_forward', 1, [5, 6, 7, 8]]);
    expect(assumptions.join()).not.toContain('No filter');
  });

  it('of an exercise about maxima below a section about averages', () => {
    const text =
      '### Average pooling\n\nTake the mean of each window:\n\n1 3 → 2.5\n\n' +
      '### ✏️ Exercise 2.1, max pooling\n\nApply 2×2 max pooling with stride 2 to\n\n' +
      '$$\n\\begin{bmatrix} 3 & 1 & 4 & 2 \\\\ 0 & 5 & 1 & 3 \\end{bmatrix}\n$$\n\n**Solution:** 5 and 4.\n';
    expect(open(text, '3 & 1').options).toMatchObject({ mode: 'max', kernel: 2, stride: 2 });
  });
});

it('a table of Markdown among words, whose rows begin with words, opens as an array', () => {
  const table =
    '|          | cat | dog |\n|----------|----:|----:|\n| **cat**  |  58 |   2 |\n| **dog**  |   4 |  51 |\n';
  for (const text of [
    `# Errors\n\nOf 115 photos, by class.\n\n${table}\nFindings\n\n1. Dogs sleep.\n2. It was 47.\n`,
    table,
  ])
    expect(openText({ text, languageId: 'markdown' })).toMatchObject({
      kind: 'array',
      arrays: [{ shape: [2, 2], values: [58, 2, 4, 51] }],
    });
});
