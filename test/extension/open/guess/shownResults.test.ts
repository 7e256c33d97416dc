/** Convolutions that a text shows without a call: whose kernel it turns, and whose result it prints. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const matrix = (rows: readonly string[]): string =>
  `$$\n\\begin{bmatrix}\n${rows.join(' \\\\\n')}\n\\end{bmatrix}\n$$\n`;
const input = matrix(['1 & 4 & 1', '2 & 5 & 3']);
const filter = matrix(['1 & 1', '1 & -1']);

describe('a convolution in words', () => {
  it('turns its kernel and is full where the text states it', () => {
    const text = `The input:\n\n${input}\nThe filter:\n\n${filter}\nThe output has size (m1 + m2 - 1) x (n1 + n2 - 1). First, flip the filter.\n`;
    const { roles, options, assumptions } = layer({ text, languageId: 'markdown' });
    expect(roles['w']?.values).toEqual([-1, 1, 1, 1]);
    expect(options).toMatchObject({ stride: 1, padding: 1 });
    expect(assumptions).toEqual(
      expect.arrayContaining([
        'a true convolution: the kernel is turned by 180°',
        'stride 1 and pad 1, 1: from the words of the text',
      ]),
    );
  });

  it.each([
    'Deep learning does not flip the filter.',
    'The filter is used without flipping it.',
    'Flip the filter? No: this is a cross-correlation, where the kernel is not flipped.',
  ])('keeps its kernel: %s', (words) => {
    const text = `The input:\n\n${input}\nThe filter:\n\n${filter}\n${words}\n`;
    expect(layer({ text, languageId: 'markdown' }).roles['w']?.values).toEqual([1, 1, 1, -1]);
  });

  it('has the options whose result the text shows', () => {
    const text =
      'I = [[1, 2, 0], [0, 1, 1], [3, 0, 1]]\n\nK = [[1, 0], [2, 1]]\n\nS = [[1, 2, 0, 0], [2, 6, 3, 0], [3, 2, 4, 1], [6, 3, 2, 1]]\n';
    const { operation, roles, options, assumptions } = layer({ text, languageId: 'plaintext' });
    expect(operation).toBe('conv_forward');
    expect(roles['w']?.values).toEqual([1, 2, 0, 1]);
    expect(options).toMatchObject({ stride: 1, padding: 1 });
    expect(assumptions).toContain('the text shows the result of this layer: S');
  });
});

describe('a matrix with the name a', () => {
  it('is the input next to a smaller matrix without a role', () => {
    const text = 'a = [[1.0, 2.0, 3.0], [6.0, 7.0, 8.0], [11.0, 12.0, 13.0]]\nf = [[-1.0, 0.0], [0.0, 1.0]]\n';
    const { roles } = layer({ text, languageId: 'plaintext' });
    expect([roles['x']?.values.length, roles['w']?.values]).toEqual([9, [-1, 0, 0, 1]]);
  });
});

it('an exercise in LaTeX on a matrix A: its options are those of the solution', () => {
  const written = (name: string, rows: readonly string[]): string =>
    `${name} = \\begin{pmatrix}\n${rows.join(' \\\\\n')}\n\\end{pmatrix}\n`;
  const text =
    `\\[\n${written('A', ['2 & 0 & 1', '1 & 1 & 0', '0 & 4 & 1'])}\\qquad\n${written('K', ['1 & 0', '-1 & 2'])}\\]\n` +
    `Compute the output $A \\star K$ with stride $2$ and zero padding $1$. What is its size with stride $1$?\n` +
    `\\[\n${written('A \\star K', ['4 & 2', '0 & -1'])}\\]\n`;
  const opened = layer({ text, languageId: 'latex' });
  expect(opened).toMatchObject({ operation: 'conv_forward', options: { stride: 2, padding: 1 } });
  expect(opened.roles['x']?.shape).toEqual([1, 3, 3, 1]);
});

it.each(['cross-correlation of $A$ with $K$', 'Faltung von $A$ mit $K$'])(
  'in LaTeX, of matrices without a role: %s',
  (words) => {
    const text = `\\[ A = \\begin{bmatrix} 1 & 0 & 2 \\\\ 4 & 1 & 0 \\\\ 2 & 2 & 1 \\end{bmatrix}, K = \\begin{bmatrix} 0 & 1 \\\\ -1 & 2 \\end{bmatrix} \\]\n(a) ${words}: stride 1.\n`;
    const { operation, roles } = layer({ text, languageId: 'latex' });
    expect([operation, roles['x']?.shape]).toEqual(['conv_forward', [1, 3, 3, 1]]);
  },
);

it('a result that no reading of the layer has is named', () => {
  const text = 'I = [[1, 2, 0], [0, 1, 1], [3, 0, 1]]\n\nK = [[1, 0], [2, 1]]\n\noutput = [[9, 2], [2, 6]]\n';
  expect(layer({ text, languageId: 'plaintext' }).assumptions).toContain(
    'the text shows another result than this layer has: output',
  );
});

it('matrices of LaTeX keep their place next to a number that has a name, which is the bias', () => {
  const text =
    '\\[\nX = \\begin{pmatrix} 2 & 0 & 1 \\\\ 1 & 3 & -1 \\\\ 0 & 2 & 4 \\end{pmatrix},\n\\qquad\nW = \\begin{pmatrix} 1 & -1 \\\\ 0 & 2 \\end{pmatrix},\n\\qquad\nb = 0.5\n\\]\n';
  expect(openText({ text, languageId: 'latex' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { shape: [1, 3, 3, 1] }, w: { values: [1, -1, 0, 2] }, b: { values: [0.5] } },
  });
});

it('of many matrices without names, the two whose convolution is a third one are the layer', () => {
  const matrix = (rows: string) => `$$\n\\begin{bmatrix}\n${rows}\n\\end{bmatrix}\n$$\n`;
  const text = `A kernel is a small matrix, for example\n${matrix('0 & 1 \\\\\n0 & 1')}\nConsider a kernel and an image:\n\nFilter:\n${matrix('0 & 1 \\\\\n2 & 3')}\nPicture:\n${matrix('0 & 1 & 2 \\\\\n3 & 4 & 5 \\\\\n6 & 7 & 8')}\nThe products of the first window:\n${matrix('0 & 1 \\\\\n6 & 12')}\nThe convolved matrix:\n${matrix('19 & 25 \\\\\n37 & 43')}`;
  expect(openText({ text, languageId: 'markdown' })).toMatchObject({
    kind: 'layer',
    operation: 'conv_forward',
    options: { stride: 1, padding: 0 },
    roles: { x: { values: [0, 1, 2, 3, 4, 5, 6, 7, 8] }, w: { values: [0, 1, 2, 3] } },
    assumptions: expect.arrayContaining(['the text shows the result of this layer: 2 × 2']) as unknown,
  });
  expect(openText({ text: text.replace('43', '44'), languageId: 'markdown' }).kind).toBe('array');
});

it('one cell does not show a stride and a pad that the words do not state', () => {
  const text =
    'The convolution of\nX = [[2, 1, 2], [5, 0, 1], [1, 7, 3]]\nW = [[0.5, 0.7, 0.4], [0.3, 0.4, 0.1], [0.5, 1.0, 0.5]]\ngives [[4.6]]\n';
  expect(openText({ text, languageId: 'markdown' })).toMatchObject({
    kind: 'layer',
    options: { stride: 1, padding: 0 },
  });
});
