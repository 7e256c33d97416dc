import { expect, test } from 'vitest';
import { highlightPython } from '../../../webview/code/highlightPython';

const kinds = (line: string): string[] => highlightPython(line).map(({ kind, text }) => `${kind}:${text}`);

test('keywords, calls, numbers and comments', () => {
  expect(kinds('for h in range(12):  # rows')).toEqual([
    'keyword:for',
    'plain: h ',
    'keyword:in',
    'plain: ',
    'call:range',
    'plain:(',
    'number:12',
    'plain:):  ',
    'comment:# rows',
  ]);
});

test('a keyword inside a name or a string is not one', () => {
  expect(kinds('informal = "for in"')).toEqual(['plain:informal = ', 'string:"for in"']);
});

test('nothing is lost', () => {
  const line = "Z[i, h] = np.sum(a * w) + 0.5e-3 if mode == 'max' else None";
  expect(
    highlightPython(line)
      .map(({ text }) => text)
      .join(''),
  ).toBe(line);
});
