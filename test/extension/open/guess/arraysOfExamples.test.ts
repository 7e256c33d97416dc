/** A page with an input, a kernel, a bias and an output below labels of many forms: the cursor at each of them opens their layer. */
import { describe, expect, it } from 'vitest';
import { openText, type OpenedLayer } from '../../../../extension/session/openText';

const X = [
  [1, 2, 0, 3],
  [4, 1, 1, 0],
  [2, 2, 3, 1],
];
const PARTS: readonly (readonly [label: string, array: readonly (readonly number[])[]])[] = [
  ['Input', X],
  [
    'Kernel',
    [
      [1, 0],
      [0, -1],
    ],
  ],
  ['Bias', [[5]]],
  [
    'Output',
    [
      [5, 6, 5],
      [7, 3, 5],
    ],
  ],
];
const CHINESE = ['输入', '卷积核', '偏置', '输出'];

type Form = (label: string, array: readonly (readonly number[])[], index: number) => string;

const list = (array: readonly (readonly number[])[]): string =>
  `[${array.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
const grid = (array: readonly (readonly number[])[], indent = ''): string =>
  array.map((row) => indent + row.join(' ')).join('\n');
const matrix = (array: readonly (readonly number[])[]): string =>
  `\\begin{bmatrix} ${array.map((row) => row.join(' & ')).join(' \\\\ ')} \\end{bmatrix}`;

const FORMS: readonly (readonly [name: string, languageId: string, form: Form])[] = [
  ['headings above fences', 'markdown', (label, array) => `### ${label}\n\n\`\`\`\n${grid(array)}\n\`\`\``],
  ['headings above formulas', 'markdown', (label, array) => `### ${label}\n\n$$\n${matrix(array)}\n$$`],
  ['bold words before code', 'markdown', (label, array) => `**${label}:** \`${list(array)}\``],
  ['a numbered list', 'markdown', (label, array, index) => `${index + 1}. ${label}: ${list(array)}`],
  ['literal blocks', 'restructuredtext', (label, array) => `${label}::\n\n${grid(array, '   ')}`],
  ['blocks of code', 'restructuredtext', (label, array) => `${label}:\n\n.. code-block:: python\n\n   ${list(array)}`],
  ['Org', 'org', (label, array) => `** ${label}\n\n#+begin_example\n${grid(array)}\n#+end_example`],
  ['AsciiDoc', 'asciidoc', (label, array) => `.${label}\n----\n${grid(array)}\n----`],
  ['HTML', 'html', (label, array) => `<h3>${label}</h3>\n<pre>\n${grid(array)}\n</pre>`],
  ['HTML with code', 'html', (label, array) => `<p><b>${label}:</b></p>\n<pre><code>${list(array)}</code></pre>`],
  ['items of LaTeX', 'latex', (label, array) => `\\item ${label}: $${matrix(array)}$`],
  ['Chinese labels', 'plaintext', (_, array, index) => `${CHINESE[index]!}：\n${grid(array)}`],
];

function open(text: string, languageId: string, cursor: number): OpenedLayer {
  const opened = openText({ text, languageId, cursor });
  if (opened.kind !== 'layer') throw new Error(JSON.stringify(opened));
  return opened;
}

function expectLayer({ operation, roles }: OpenedLayer): void {
  expect(operation).toBe('conv_forward');
  expect([roles.x, roles.w, roles.b].map((role) => role && [...role.values])).toEqual([X.flat(), [1, 0, 0, -1], [5]]);
}

describe.each(FORMS)('%s', (_, languageId, form) => {
  const parts = PARTS.map(([label, array], index) => form(label, array, index));
  const text = `Convolution with one filter, stride 1 and no padding.\n\n${parts.join('\n\n')}\n`;

  it.each(PARTS.map(([label], index) => [label, index] as const))('with the cursor at %s', (__, index) => {
    const part = parts[index]!;
    expectLayer(open(text, languageId, text.indexOf(part) + part.lastIndexOf(String(PARTS[index]![1].at(-1)!.at(-1)))));
  });
});

it('with the cursor at the result in the answer of a chat', () => {
  const [input, kernel, , output] = PARTS.map(([, array]) => list(array));
  const text =
    `**User:** Convolve this input with this kernel:\n\ninput = ${input!}\nkernel = ${kernel!}\nbias = [5]\n\n` +
    `**Assistant:** The output is\n\n\`\`\`\n${output!}\n\`\`\`\n`;
  for (const at of ['[[1', '[[5']) expectLayer(open(text, 'markdown', text.indexOf(at)));
});

it('lists of two examples are apart', () => {
  const example = (name: string, factor: number): string =>
    `## ${name}\n\n${PARTS.map(([label, array]) => `- ${label}: ${list(array.map((row) => row.map((value) => value * factor)))}`).join('\n')}\n\n`;
  const text = `# Convolution\n\nStride 1, no padding.\n\n${example('One', 1)}${example('Two', 3)}`;
  expectLayer(open(text, 'markdown', text.indexOf('[[5, 6')));
  expect(open(text, 'markdown', text.indexOf('[[15, 18')).roles.x!.values).toEqual(X.flat().map((value) => value * 3));
});
