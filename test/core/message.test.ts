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
