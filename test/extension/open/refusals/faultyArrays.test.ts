/** Refusals whose reason is an array of the text: its rows differ in length, or only a part of it is printed. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const reasonOf = (text: string, languageId: string): string => {
  const opened = openText({ text, languageId });
  return opened.kind === 'refused' ? opened.message : opened.kind;
};

it.each([
  [
    'javascript',
    'const image = [\n  [1, 2, 3],\n  [4, 5],\n  [6, 7, 8],\n];\nconst kernel = [[0, 1], [1, 0]];\nfunction convolve(x, k) {\n  return other(x, k);\n}\nconsole.log(convolve(image, kernel));\n',
    'this list has 2 entries, the lists before it have 3',
  ],
  [
    'javascript',
    'const unused = [\n  [1, 2, 3],\n  [4, 5],\n];\nconst image = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];\nconst kernel = [[0, 1], [1, 0]];\nfunction convolve(x, k) {\n  return other(x, k);\n}\nconsole.log(convolve(image, kernel));\n',
    'convolve of the text computes no layer that can be shown',
  ],
  [
    'plaintext',
    '>>> x\narray([[0.5, 0.7, ..., 0.8, 0.9],\n       [0.3, 0.7, ..., 0.1, 0.8]])\n>>> conv2d(x, w)\n',
    'values are left out here; print the array whole with np.set_printoptions(threshold=sys.maxsize)',
  ],
])('%s: %j', (languageId, text, reason) => {
  expect(reasonOf(text, languageId)).toBe(reason);
});
