/** Long texts of numbers are read whole; code is searched in all others. */
import { expect, it } from 'vitest';
import { isLongData } from '../../../../extension/session/open/document/isLongData';
import { locate } from '../../../../extension/session/open/locate';

const number = (k: number): string => (Math.sin(k) * 9).toFixed(6);
const rows = (separator: string, begin: string, end: string): string =>
  Array.from(
    { length: 300 },
    (_, r) => `${begin}${Array.from({ length: 100 }, (_, c) => number(100 * r + c)).join(separator)}${end}`,
  ).join('\n');
const literal = `import numpy as np\nX = np.array([\n${rows(', ', '[', '],')}\n])\n`;

it.each([
  ['a literal of Python', literal],
  ['a table', rows(',', '', '')],
  ['numbers between spaces', rows(' ', '', '')],
  ['a C initializer', `float x[300][100] = {${rows(', ', '{', '},')}};`],
  ['small exponents and nan', rows(', ', '[1e-05, nan, ', '],')],
  ['a literal and a call after it', `${literal}Z = conv_forward(X, W, b)\n`],
])('%s is data', (_, text) => {
  expect(isLongData(text)).toBe(true);
});

it.each([
  ['a short literal', 'X = [[1, 2], [3, 4]]\n'],
  ['code', 'x = np.dot(x, w)  # a product\n'.repeat(10_000)],
  ['a literal with code of its length after it', literal + 'x = np.dot(x, w)  # a product\n'.repeat(10_000)],
  ['a page with an embedded picture', `# Page\n\n![a](data:image/png;base64,${'iVBORw0KGgo'.repeat(30_000)})\n`],
  ['white space', ' '.repeat(300_000)],
])('%s is not', (_, text) => {
  expect(isLongData(text)).toBe(false);
});

it.each(['python', 'plaintext', 'markdown'])(
  'a selected literal of %s is read whole, as that language',
  (languageId) => {
    const { source } = locate({ text: literal, languageId }, 'inspect');
    expect(source.segments).toEqual([{ offset: 0, text: literal }]);
    expect(source.languageId).toBe(languageId);
  },
);
