/** The keys are named when the first panel shows a layer, and never again. */
import { expect, test, vi } from 'vitest';

interface Panel {
  readonly session: { picture?: { readonly kind: 'layer' | 'inspect' } };
  readonly onDidChangeState: (listener: () => void) => void;
}

const { shown, opened, changed } = vi.hoisted(() => ({
  shown: [] as string[],
  opened: new Set<(panel: Panel) => void>(),
  changed: new Set<() => void>(),
}));

vi.mock('vscode', () => ({
  l10n: {
    t: (text: string, ...args: string[]) => text.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)]!),
  },
  window: { setStatusBarMessage: (text: string) => shown.push(text) },
}));

test('the first panel that shows a layer shows the hint, an array, a second layer and the next session do not', async () => {
  const { registerKeyHint } = await import('../../../extension/panel/keyHint');
  const stored = new Map<string, unknown>();
  const state = {
    get: (key: string) => stored.get(key),
    update: (key: string, value: unknown) => Promise.resolve(stored.set(key, value)),
  };
  const panels = {
    onDidOpen: (listener: (panel: Panel) => void) => {
      opened.add(listener);
      return { dispose: () => opened.delete(listener) };
    },
  };
  const open = (kind?: 'layer' | 'inspect'): Panel => {
    const panel: Panel = {
      session: kind ? { picture: { kind } } : {},
      onDidChangeState: (listener) => changed.add(listener),
    };
    opened.forEach((listener) => listener(panel));
    return panel;
  };
  const session = (): void => void registerKeyHint(panels as never, state as never);
  session();
  open('inspect');
  changed.forEach((listener) => listener());
  expect(shown).toEqual([]);
  // A file is read after its panel has opened.
  const panel = open();
  expect(shown).toEqual([]);
  panel.session.picture = { kind: 'layer' };
  changed.forEach((listener) => listener());
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatch(/← → step, Space plays, T explains; .*, .*\. .*\/ from the editor/);
  changed.forEach((listener) => listener());
  open('layer');
  session();
  open('layer');
  expect(shown).toHaveLength(1);
});
