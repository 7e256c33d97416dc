/** What a lens offers opens: every lens of a set of texts is opened as the command opens it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLenses, type FoundLens } from '../../../extension/session/lens/findLenses';
import { cursorOfLens } from '../../../extension/session/lens/wordsAround';
import { readDocument } from '../../../extension/session/open/document/pieces';
import { openText, type OpenedText } from '../../../extension/session/openText';

function open(text: string, languageId: string, { segment: [start, end], purpose }: FoundLens): OpenedText {
  const cursor = cursorOfLens(text, languageId, [start, end], purpose);
  if (cursor !== undefined) return openText({ text, languageId, cursor });
  const { pieces, divided } = readDocument(text, languageId);
  const piece = divided ? pieces.find(({ range }) => range[0] <= start && start < range[1]) : undefined;
  return openText({
    text: text.slice(start, end),
    languageId: piece?.languageId ?? languageId,
    before: [text.slice(piece?.range[0] ?? 0, start)],
    ...(purpose === 'inspect' && { operation: 'inspect' }),
  });
}

function opened(text: string, languageId: string): string[] {
  return findLenses(text, { languageId, from: 0, to: text.length }).lenses.map((lens) => {
    const result = open(text, languageId, lens);
    const what = result.kind === 'layer' ? result.operation : result.kind === 'array' ? 'array' : result.message;
    return `${lens.purpose}: ${what}`;
  });
}

const both = ['inspect: array', 'any: conv_forward'];

describe('literals of every language', () => {
  it.each<[string, string, string[]]>([
    ['python', 'x = np.array([[1, 2], [3, 4]])', both],
    ['python', 'W = np.array([[1, 2], [3, 4]])', ['inspect: array']],
    ['python', 'dA = np.array([[1, 2], [3, 4]])', ['inspect: array']],
    ['python', 'Z = [[1 2]\n [3 4]]', ['inspect: array']],
    ['python', 'v = [1, 2, 3, 4, 5, 6, 7, 8]', ['inspect: array']],
    ['python', 't = np.ones((1, 1)) + np.array([[[[[1, 2], [3, 4]]]]])', []],
    ['python', 'plt.imshow([[1, 2], [3, 4]])', both],
    ['go', 'package main\nvar x = [][]float64{{1, 2}, {3, 4}}\n', both],
    ['go', 'func f() {\n\tx := [2][2]float64{\n\t\t{1, 2},\n\t\t{3, 4},\n\t}\n}\n', both],
    ['go', 'func f() {\n\tx := [][]float64{{1, 2}, {3, 4}}\n}\n', both],
    ['rust', 'let x = [[1.0, 2.0], [3.0, 4.0]];', both],
    ['rust', 'let x = vec![vec![1, 2], vec![3, 4]];', both],
    ['julia', 'x = [1 2; 3 4]', both],
    ['matlab', 'x = [1 2; 3 4];', both],
    ['r', 'x <- matrix(c(1, 2, 3, 4), nrow = 2)', both],
    ['javascript', 'const x = [[1, 2], [3, 4]];', both],
    ['javascript', 'const t = tf.tensor2d([[1, 2], [3, 4]]);', both],
    ['typescript', 'const x: number[][] = [[1, 2], [3, 4]];', both],
    ['java', 'double[][] x = {{1, 2}, {3, 4}};', both],
    ['csharp', 'var x = new double[,] {{1, 2}, {3, 4}};', both],
    ['c', 'float x[2][2] = {{1, 2}, {3, 4}};', both],
    ['cpp', 'std::vector<std::vector<float>> x = {{1, 2}, {3, 4}};', both],
    ['json', '{"x": [[1, 2], [3, 4]]}', both],
    ['mathematica', 'x = {{1, 2}, {3, 4}}', both],
    ['swift', 'let x = [[1.0, 2.0], [3.0, 4.0]]', both],
    ['lua', 'x = {{1, 2}, {3, 4}}', both],
    ['ruby', 'x = [[1, 2], [3, 4]]', both],
    ['yaml', 'x: [[1, 2], [3, 4]]', both],
  ])('%s: %s', (languageId, text, expected) => {
    expect(opened(text, languageId)).toEqual(expected);
  });
});

describe('literals in prose', () => {
  it.each([
    ['plaintext', 'Apply max pooling with a 2 x 2 window and stride 1 to\n\n[[1, 2, 3],\n [4, 5, 6],\n [7, 8, 9]]\n'],
    ['markdown', 'Max pooling, window 2 x 2, stride 1:\n\n```\n[[1, 2, 3],\n [4, 5, 6],\n [7, 8, 9]]\n```\n'],
  ])('open the layer of the words around them, in %s', (languageId, text) => {
    expect(opened(text, languageId)).toEqual(['inspect: array', 'any: pool_forward']);
  });

  it('open with the filter of the sentence', () => {
    const text =
      'Convolve\n\n[[1, 2, 3],\n [4, 5, 6],\n [7, 8, 9]]\n\nwith the kernel [[1, 0], [0, 1]], stride 1, padding 1.\n';
    const [, lens] = findLenses(text, { languageId: 'plaintext', from: 0, to: text.length }).lenses;
    expect(open(text, 'plaintext', lens!)).toMatchObject({
      operation: 'conv_forward',
      options: { padding: 1 },
      roles: { w: { shape: [2, 2, 1, 1] } },
    });
  });
});

describe('calls', () => {
  it('of a script, each with the code above it', () => {
    const text = readFileSync('samples/pool_backward.py', 'utf8');
    expect(opened(text, 'python')).toEqual([
      'any: pool_forward',
      'any: pool_backward',
      'any: pool_backward',
      ...both,
      'inspect: array',
    ]);
    const convolution = readFileSync('samples/conv_forward.py', 'utf8');
    expect(opened(convolution, 'python')).toEqual([
      'any: conv_forward',
      'inspect: array',
      'any: conv_forward',
      'inspect: array',
    ]);
  });

  it('of the blocks of the seed text', () => {
    const text = readFileSync('test/fixtures/seed/pooling.zh.txt', 'utf8');
    const calls = opened(text, 'plaintext').filter((each) => each.startsWith('any') && !each.includes('conv'));
    expect(calls).toEqual([
      'any: distribute_value',
      'any: distribute_value',
      // Its printed result.
      'any: distribute_value',
      'any: pool_forward',
      'any: pool_backward',
      'any: pool_backward',
    ]);
  });

  it.each(['markdown', 'quarto', 'rmd'])('of fenced code in %s', (languageId) => {
    const text = `Prose\n\n\`\`\`{python}\nA_prev = np.ones((1, 3, 3, 1))\nA, c = pool_forward(A_prev, {"f": 2, "stride": 1})\n\`\`\`\n`;
    expect(opened(text, languageId)).toEqual(['any: pool_forward']);
  });
});
