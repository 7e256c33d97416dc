/** Literals whose variable is changed further down, in languages whose statements are not run. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';

it.each([
  ['javascript', 'const x = [[1, 2], [3, 4]];\nx[0][0] = 9;', 2],
  ['javascript', 'let x = [1, 2, 3];\n// x[0] = 1\nx.push(4);', 3],
  ['matlab', 'x = [1 2; 3 4];\ny = 1;\nx(1, 1) = 9;', 3],
  ['julia', 'x = [1 2; 3 4]\nx .+= 1', 2],
  ['r', 'x <- matrix(c(1, 2, 3, 4), nrow = 2)\nx[1, 1] <- 9', 2],
  ['rust', 'let mut x = [1.0, 2.0];\nx[0] = 3.0;', 2],
])('%s: %s', (languageId, text, line) => {
  const { arrays, errors } = parseArrays(text, { languageId });
  expect(arrays.map(({ name }) => name)).toContain('x');
  expect(errors.map(({ message }) => message)).toContain(
    `x is changed at line ${line}; the values of its literal are shown`,
  );
});

it.each([
  ['javascript', 'const x = [[1, 2], [3, 4]];\nif (x[0][0] == 9 || x[1] === 2) f(v => x.map(w => w));'],
  ['javascript', 'const x = [1, 2];\n// x[0] = 3\nconst y = { x: 1 };\nz.x = 4;'],
  ['matlab', 'x = [1 2; 3 4];\ny = x(1, 1) == 2;\n% x(1) = 3'],
])('comparisons, comments and other variables are not changes, %s: %s', (languageId, text) => {
  const { errors } = parseArrays(text, { languageId });
  expect(errors.filter(({ message }) => message.includes('is changed'))).toEqual([]);
});
