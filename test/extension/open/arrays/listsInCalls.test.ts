/** Arrays that calls of C-like languages make, inspected. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

it.each([
  [
    'kotlin',
    'val d = arrayOf(\n    intArrayOf(0, 12, 45),\n    intArrayOf(12, 0, 38),\n)\nfun main() { println(d[0][1]) }\n',
  ],
  ['kotlin', 'val d: List<List<Int>> = listOf(listOf(0, 12, 45), listOf(12, 0, 38))\n'],
  ['scala', 'val d = Array(Array(0, 12, 45), Array(12, 0, 38))\n'],
])('of %s: %s', (languageId, text) => {
  const opened = openText({ text, languageId, operation: 'inspect' });
  expect(opened).toMatchObject({ kind: 'array', arrays: [{ shape: [2, 3], values: [0, 12, 45, 12, 0, 38] }] });
});
