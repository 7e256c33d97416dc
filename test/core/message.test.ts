import { describe, expect, test } from 'vitest';
import { formatMessage, LensError, msg } from '../../core/message';
import { loadBundle, t } from '../../webview/l10n';

const inner = msg('{0} is not a number', 'x');
const outer = msg('{0} in the archive: {1}', 'W.npy', inner);

describe('a sentence inside a sentence', () => {
  test('is put in where its place is', () => {
    expect(formatMessage(outer)).toBe('W.npy in the archive: x is not a number');
    expect(new LensError(outer).message).toBe('W.npy in the archive: x is not a number');
  });

  test('is translated in the panel as the outer one is', () => {
    const bundle = { '{0} is not a number': '{0} 不是数字', '{0} in the archive: {1}': '存档中的 {0}：{1}' };
    const page = { querySelector: () => ({ textContent: JSON.stringify(bundle) }) } as unknown as ParentNode;
    loadBundle(page);
    expect(t(outer)).toBe('存档中的 W.npy：x 不是数字');
  });

  test('is nested at any depth; a placeholder without an argument stays', () => {
    expect(formatMessage(msg('{0} {1} {2}', msg('({0})', msg('<{0}>', 3)), 'b'))).toBe('(<3>) b {2}');
  });
});

describe('a counted noun', () => {
  test.each([
    ['the cache has {0} entr{0|y|ies}', [1], 'the cache has 1 entry'],
    ['the cache has {0} entr{0|y|ies}', [0], 'the cache has 0 entries'],
    ['{0} of {1} value{1||s} differ{0|s|}', [1, 12], '1 of 12 values differs'],
    ['{0} of {1} value{1||s} differ{0|s|}', [12, '1,200'], '12 of 1,200 values differ'],
    ['{0|the value agrees|all {0} values agree} (rtol {1})', [1, '1e-6'], 'the value agrees (rtol 1e-6)'],
    ['{0|the value agrees|all {0} values agree} (rtol {1})', [8, '1e-6'], 'all 8 values agree (rtol 1e-6)'],
  ])('agrees with its number: %s of %j', (template, args, sentence) => {
    expect(formatMessage(msg(template, ...args))).toBe(sentence);
  });

  test('keeps its form inside of an argument, whose braces are not read', () => {
    expect(formatMessage(msg('{0} ends', '{1|a|b}'))).toBe('{1|a|b} ends');
  });
});
