/** The input of the tools for language models. */
import { describe, expect, test } from 'vitest';
import { confirmedCode, readToolInput } from '../../../extension/session/api/toolInput';

describe('readToolInput', () => {
  test('Python without a language', () => {
    expect(readToolInput({ code: 'x = 1' })).toEqual({ code: 'x = 1', language: 'python' });
    expect(readToolInput({ code: 'x = [1]', language: 'julia', other: 1 })).toEqual({
      code: 'x = [1]',
      language: 'julia',
    });
  });

  test.each([
    [undefined, 'code of the input must be a string, not undefined'],
    [null, 'code of the input must be a string, not undefined'],
    ['x = 1', 'code of the input must be a string, not undefined'],
    [{ code: ['x = 1'] }, 'code of the input must be a string, not array'],
    [{ code: null }, 'code of the input must be a string, not null'],
    [{ code: ' \n' }, 'code of the input is empty'],
    [{ code: 'x = 1', language: 3 }, 'language of the input must be a string, not number'],
  ])('%j is refused', (input, message) => {
    expect(() => readToolInput(input)).toThrow(message);
  });
});

describe('confirmedCode', () => {
  test('short code is shown as it is', () => {
    expect(confirmedCode('a = 1\r\nb = 2\n')).toEqual({ shown: 'a = 1\nb = 2', more: 0 });
  });

  test('of 20 lines the first 12, each at most 120 characters', () => {
    const { shown, more } = confirmedCode(Array.from({ length: 20 }, () => 'x'.repeat(500)).join('\n'));
    expect([shown.split('\n').map((line) => line.length), more]).toEqual([Array(12).fill(121), 8]);
  });
});
