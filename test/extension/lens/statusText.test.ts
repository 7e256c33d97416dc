import { expect, test } from 'vitest';
import { statusText } from '../../../extension/session/lens/statusText';

const array = (...shape: number[]) => ({ shape, data: new Float64Array(shape.reduce((a, b) => a * b, 1)) });

test('names and shapes; of more than three arrays the number', () => {
  expect(statusText([])).toBe('');
  expect(statusText([{ array: array(5) }])).toBe('(5,)');
  const named = (name: string, ...shape: number[]) => ({ name, array: array(...shape) });
  expect(statusText([named('A_prev', 2, 5, 7, 4), named('W', 3, 3, 4, 8)])).toBe('A_prev (2, 5, 7, 4), W (3, 3, 4, 8)');
  expect(statusText(['a', 'b', 'c', 'd', 'e'].map((name) => named(name, 2, 2)))).toBe(
    'a (2, 2), b (2, 2), c (2, 2), +2',
  );
});
