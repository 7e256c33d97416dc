import { expect, test } from 'vitest';
import { codeTokens } from '../../../core/read/python/syntax/text/codeTokens';
import { piecesOfLines } from '../../../webview/code/piecesOfLines';

const linesOf = (text: string) =>
  piecesOfLines({ text, tokens: codeTokens(text) }).map(
    ({ indent, pieces }) => `${indent} ${pieces.map((piece) => `${piece.kind ?? 'plain'}:${piece.text}`).join('|')}`,
  );

test('each line has its indent and its pieces', () => {
  expect(linesOf('for h in n:\n\n    z = sum(x)  \n')).toEqual([
    '0 keyword:for|plain: h |keyword:in|plain: n:',
    '0 ',
    '4 plain:z = |call:sum|plain:(x)',
  ]);
});

test('a string over three lines is a string in each', () => {
  expect(linesOf('"""One\n  for two\n"""')).toEqual(['0 string:"""One', '2 string:for two', '0 string:"""']);
});
