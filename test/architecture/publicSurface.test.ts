/** Names that other programs call: they stay, also where nothing of this repository uses them. */
import { describe, expect, it } from 'vitest';
import * as core from '../../core';
import * as check from '../../core/check';
import { openText } from '../../extension/session/openText';

const LAYERS = [
  'conv2d',
  'conv2dBackward',
  'pool2d',
  'pool2dBackward',
  'pad2d',
  'zeroPad',
  'convSingleStep',
  'createMaskFromWindow',
  'distributeValue',
] as const;
const READERS = ['parseArrays', 'readNpy', 'readNpz', 'evaluatePython', 'RandomState'] as const;
const CHECKS = ['checkCode', 'checkPrinted', 'runCode'] as const;

describe('the public surface', () => {
  it.each([...LAYERS, ...READERS, ...CHECKS])('core/index.ts exports %s', (name) => {
    expect(core[name]).toBeTypeOf('function');
  });

  it.each(CHECKS)('core/check/index.ts exports %s', (name) => {
    expect(check[name]).toBeTypeOf('function');
  });

  it('runCode gives what a program printed, its variables and its error', () => {
    expect(core.runCode('a = 2\nprint(a * 3)\nb = [1][4]')).toMatchObject({
      output: '6\n',
      variables: { a: 2 },
      error: { type: 'IndexError', line: 3 },
    });
  });

  it('openText opens a text', () => {
    expect(openText({ text: 'x = [[1, 2], [3, 4]]', languageId: 'python', operation: 'inspect' }).kind).toBe('array');
  });
});
