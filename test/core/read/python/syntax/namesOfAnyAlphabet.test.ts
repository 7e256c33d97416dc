/** Python's names may have letters of any alphabet. */
import { expect, test } from 'vitest';
import { runCode } from '../../../../../core/read/python/runCode';

test.each(['图像', 'é', 'данные', 'x_图', 'नमी'])('%s[0] is an item, not a name next to a list', (name) => {
  const { output, error } = runCode(
    `${name} = [[3, 4], [5, 6]]\n${name}[1] = 7, 8\nprint(${name}[0], ${name}[1][0])\n`,
  );
  expect(error).toBeUndefined();
  expect(output).toBe('[3, 4] 7\n');
});

test('a star inside of a subscript of such a name unpacks', () => {
  const { output } = runCode('import numpy as np\n图像 = np.arange(6).reshape(2, 3)\nat = (1, 2)\nprint(图像[*at])\n');
  expect(output).toBe('5\n');
});
