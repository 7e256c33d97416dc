import { expect, test } from 'vitest';
import { anyOf, oneOf, oneOfAnyCase } from '../../core/anyOf';

test('a list of words over several lines is one alternation', () => {
  expect(
    anyOf(String.raw`
    conv\w*  pool
    filter
  `),
  ).toBe(String.raw`(?:conv\w*|pool|filter)`);
});

test.each([
  [oneOf('conv pool'), 'conv', true],
  [oneOf('conv pool'), 'pool', true],
  [oneOf('conv pool'), 'Conv', false],
  [oneOf('conv pool'), 'conv pool', false],
  [oneOfAnyCase('conv pool'), 'Conv', true],
])('%s matches %j: %j', (pattern, text, matches) => {
  expect(pattern.test(text)).toBe(matches);
});
