/** A panel with a checked function is checked again when its text has changed, one check at a time, and never with an old text. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LensError, msg } from '../../../core/message';

interface Change {
  readonly document: { uri: string; version: number; isClosed: boolean };
  readonly contentChanges: readonly unknown[];
}

const { listeners } = vi.hoisted(() => ({ listeners: [] as ((change: Change) => void)[] }));

vi.mock('vscode', () => ({
  workspace: { onDidChangeTextDocument: (listener: (change: Change) => void) => listeners.push(listener) },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const checked = (text: string) => ({
  kind: 'check',
  name: 'a.py – conv_forward',
  uri: 'a',
  run: { name: 'conv_forward', layerCase: { label: 'stride 2' } },
  text,
});

async function setUp() {
  listeners.length = 0;
  const { CheckFollower } = await import('../../../extension/check/CheckFollower');
  const document = { uri: 'a', version: 1, isClosed: false };
  const updates: unknown[] = [];
  const session = {
    source: checked('old'),
    checkedTextChanged: () => undefined,
    leftUnchecked: () => void updates.push('unchecked'),
    update: (source: ReturnType<typeof checked>) => void updates.push(source.text),
  };
  const asked: { request: unknown; answer: (text: string) => void; refuse: () => void }[] = [];
  const reopen = (request: unknown) =>
    new Promise((resolve, reject) => {
      asked.push({
        request,
        answer: (text) => resolve(checked(text)),
        refuse: () => reject(new LensError(msg('gone'))),
      });
    });
  const panel = { session };
  const panels = { checking: (uri: string) => (uri === 'a' ? [panel] : []) };
  const [first, second] = [panels, reopen] as unknown as ConstructorParameters<typeof CheckFollower>;
  new CheckFollower(first, second).register();
  const edit = (edited = document): void => {
    edited.version++;
    for (const listener of listeners) listener({ document: edited, contentChanges: [{}] });
  };
  return { asked, updates, edit };
}

test('several changes are one check, whose result the panel shows', async () => {
  const { asked, updates, edit } = await setUp();
  edit();
  await vi.advanceTimersByTimeAsync(100);
  edit();
  expect(asked).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toHaveLength(1);
  expect(asked[0]!.request).toMatchObject({ function: 'conv_forward', shown: 'stride 2' });
  asked[0]!.answer('repaired');
  await vi.advanceTimersByTimeAsync(0);
  expect(updates).toEqual(['repaired']);
});

test('a change during a check: its result is not shown, the next check waits for its end', async () => {
  const { asked, updates, edit } = await setUp();
  edit();
  await vi.advanceTimersByTimeAsync(5_000);
  edit();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toHaveLength(1);
  asked[0]!.answer('half');
  await vi.advanceTimersByTimeAsync(5_000);
  expect([asked.length, updates]).toEqual([2, []]);
  asked[1]!.answer('whole');
  await vi.advanceTimersByTimeAsync(0);
  expect(updates).toEqual(['whole']);
});

test('code that cannot be checked leaves the panel, with an outdated verdict; another document is of no interest', async () => {
  const { asked, updates, edit } = await setUp();
  edit({ uri: 'b', version: 1, isClosed: false });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toHaveLength(0);
  edit();
  await vi.advanceTimersByTimeAsync(5_000);
  asked[0]!.refuse();
  await vi.advanceTimersByTimeAsync(0);
  expect(updates).toEqual(['unchecked']);
});

test('a text that is closed before it is checked leaves the verdict outdated', async () => {
  const { asked, updates, edit } = await setUp();
  edit({ uri: 'a', version: 1, isClosed: true });
  await vi.advanceTimersByTimeAsync(5_000);
  expect([asked.length, updates]).toEqual([0, ['unchecked']]);
});
