/** Layers in LaTeX: indices above names, tables with several rows on one line, and words behind a matrix. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

const kernel = '\\begin{pmatrix} 2 & 0 \\\\ 1 & 1 \\end{pmatrix}';
const image = '\\begin{pmatrix} 4 & 1 & 0 \\\\ 2 & 2 & 3 \\\\ 0 & 5 & 1 \\end{pmatrix}';
const expected = { x: { shape: [1, 3, 3, 1] }, w: { values: [2, 0, 1, 1] } };

it.each([
  ['two indices', `The kernel $W^{(2,1)} = ${kernel}$ is convolved with the input $X = ${image}$.`],
  ['one index in brackets', `Convolve the input $X = ${image}$ with the kernel $W^{[2]} = ${kernel}$.`],
  ['words behind', `Let $W = ${kernel}$ be the kernel and $I = ${image}$ the image. Compute the convolution.`],
])('%s', (_, text) => {
  for (const languageId of ['latex', 'plaintext'])
    expect(layer({ text, languageId })).toMatchObject({ operation: 'conv_forward', roles: expected });
});

it('rows of a table on one line', () => {
  const table = (rows: string): string => `\\begin{tabular}{|c|c|}\n\\hline ${rows} \\\\ \\hline\n\\end{tabular}\n`;
  const input = table('4 & 1 & 0 \\\\ \\hline 2 & 2 & 3 \\\\ \\hline 0 & 5 & 1');
  const text = `Input:\n${input}Kernel:\n${table('2 & 0 \\\\ \\hline 1 & 1')}Compute the convolution.\n`;
  expect(layer({ text, languageId: 'latex' })).toMatchObject({ operation: 'conv_forward', roles: expected });
});

it('two equations in the rows of one array', () => {
  const rows = `\\[ \\begin{array}{c} I=\\left[${image}\\right] \\\\ F=\\left[${kernel}\\right] \\end{array} \\]`;
  const text = `For the image $I$ and the weights of the filter $F$ give the convolution. ${rows}\n`;
  expect(layer({ text, languageId: 'plaintext' }).roles).toMatchObject({ x: { name: 'I' }, w: { name: 'F' } });
});

it.each(['the bias $b^{(1)} = 4$', 'the bias $b = 4$', 'bias b1 = 4'])('%s', (bias) => {
  const text = `Convolve the input $X = ${image}$ with the filter $W^{(1)} = ${kernel}$ and ${bias}.`;
  expect(layer({ text, languageId: 'latex' }).roles).toMatchObject({ b: { values: [4] } });
});

it.each(['X * W =', 'Z = X \\ast W =', '(X * W) ='])('the cursor in the result of %s', (left) => {
  const text = `Let the image $X$ and the kernel $W$ be\n\\[ X = ${image}, W = ${kernel} \\]\nThen\n\\[\n${left} \\begin{bmatrix} 11 & 7 \\\\ 9 & 13 \\end{bmatrix}\n\\]\n`;
  for (const cursor of [text.indexOf('11 &'), text.indexOf(left)])
    expect(layer({ text, languageId: 'latex', cursor })).toMatchObject({ operation: 'conv_forward', roles: expected });
});

it('a definition of a command is not an array: `[1]` is the number of its arguments', () => {
  const preamble =
    '\\documentclass[a4paper,11pt]{article}\n\\newcommand{\\marks}[1]{\\hfill\\textbf{(#1 marks)}}\n\\begin{document}\n';
  const text = `${preamble}\\paragraph{Problem 1.} \\marks{4}\nThe map\n\\[ F = ${image} \\]\nis passed through a max pooling layer with windows of $2 \\times 2$ and stride $1$.\n\\end{document}\n`;
  const opened = layer({ text, languageId: 'latex' });
  expect(opened).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 1 } });
  expect(opened.roles['x']?.name).toBe('F');
});
