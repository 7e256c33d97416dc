import { expect, test } from 'vitest';
import { codeTokens } from '../../../../core/read/python/syntax/text/codeTokens';

const kinds = (text: string): string[] =>
  codeTokens(text).map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`);

test.each([
  [
    'for h in range(12):  # rows\n    pass',
    ['keyword:for', 'keyword:in', 'call:range', 'number:12', 'comment:# rows', 'keyword:pass'],
  ],
  ['informal = "for in"', ['string:"for in"']],
  [
    "Z[i, h] = np.sum(a * w) + 0.5e-3 if mode == 'max' else None",
    ['call:sum', 'number:0.5e-3', 'keyword:if', "string:'max'", 'keyword:else', 'keyword:None'],
  ],
  [
    'def pad(x):\n    """Zeros around x:\n    for rows and columns, 2 each."""\n    return np.pad(x, 2)',
    [
      'keyword:def',
      'call:pad',
      'string:"""Zeros around x:\n    for rows and columns, 2 each."""',
      'keyword:return',
      'call:pad',
      'number:2',
    ],
  ],
  ['x = f"{a} # not a comment"\nfor', ['string:f"{a} # not a comment"', 'keyword:for']],
  ['a = b.T[0]', ['number:0']],
])('%j has its keywords, calls, numbers, strings and comments', (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});
