import { expect, test } from 'vitest';
import { parseArrays } from '../../../core/read/parseArrays';
import { takeWork } from '../../../core/read/text/scan/countWork';
import { openText } from '../../../extension/session/openText';

test('a text nested deeper than the stack is read without an exception', () => {
  const text = `${'['.repeat(5000)}1${']'.repeat(5000)}`;
  expect(() => openText({ text, languageId: 'plaintext' })).not.toThrow();
});

test.each(['lambda: ', '-'])('what precedes a value is read only where there is a value: %j', (operator) => {
  const text = `x = ${operator.repeat(2000)}1`;
  takeWork();
  parseArrays(text, { languageId: 'python' });
  expect(takeWork()).toBeLessThan(10 * text.length);
});
