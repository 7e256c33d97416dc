/** The keys are named when the first panel opens, and never again. */
import { expect, test, vi } from 'vitest';

const { shown, opened } = vi.hoisted(() => ({ shown: [] as string[], opened: new Set<() => void>() }));

vi.mock('vscode', () => ({
  l10n: {
    t: (text: string, ...args: string[]) => text.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)]!),
  },
  window: { setStatusBarMessage: (text: string) => shown.push(text) },
}));

test('the first panel that opens shows the hint, a second one and the next session do not', async () => {
  const { registerKeyHint } = await import('../../../extension/panel/keyHint');
  const stored = new Map<string, unknown>();
  const state = {
    get: (key: string) => stored.get(key),
    update: (key: string, value: unknown) => Promise.resolve(stored.set(key, value)),
  };
  const panels = {
    onDidOpen: (listener: () => void) => {
      opened.add(listener);
      return { dispose: () => opened.delete(listener) };
    },
  };
  const open = (): void => opened.forEach((listener) => listener());
  const session = (): void => void registerKeyHint(panels as never, state as never);
  session();
  expect(shown).toEqual([]);
  open();
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatch(/← → and Space step and play in the panel; .*, .*\. .*\/ from the editor/);
  open();
  session();
  open();
  expect(shown).toHaveLength(1);
});
