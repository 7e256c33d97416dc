import { expect, test } from 'vitest';
import { openText } from '../../../extension/session/openText';

test('a text nested deeper than the stack is read without an exception', () => {
  const text = `${'['.repeat(5000)}1${']'.repeat(5000)}`;
  expect(() => openText({ text, languageId: 'plaintext' })).not.toThrow();
});
