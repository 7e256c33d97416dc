/** Messages with large arrays go in parts, in order, with turns of the host between them; what is replaced is given up. */
import { expect, test } from 'vitest';
import { partBytes } from '../../../core/panel/parts';
import { MessageSender } from '../../../extension/panel/MessageSender';

const state = (generation: number, parts: number) => ({
  type: 'state',
  generation,
  values: new Uint8Array(parts * partBytes + 1).fill(generation),
});

/** A panel that answers each message in a later turn. */
function panel({ hidden = false } = {}) {
  const types: string[] = [];
  let turns = 0;
  const sender = new MessageSender(async (message) => {
    types.push((message as { type: string }).type);
    await new Promise((resolve) => setTimeout(resolve, 0));
    turns++;
    return !hidden;
  });
  const rest = async (): Promise<void> => {
    for (let last = -1; last !== types.length;) {
      last = types.length;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { sender, types, rest, turns: () => turns };
}

test('a small message is posted at once', () => {
  const { sender, types } = panel();
  sender.send({ type: 'frames' });
  expect(types).toEqual(['frames']);
});

test('a state and what is sent with it are one message, so that the page is drawn once', async () => {
  const posted: unknown[] = [];
  const sender = new MessageSender((message) => Promise.resolve(posted.push(message) > 0));
  sender.send({ type: 'state' });
  sender.send({ type: 'frames' });
  sender.send({ type: 'focus' });
  expect(posted).toEqual([]);
  await Promise.resolve();
  sender.send({ type: 'cursor' });
  expect(posted).toEqual([
    { type: 'together', messages: [{ type: 'state' }, { type: 'frames' }, { type: 'focus' }] },
    { type: 'cursor' },
  ]);
});

test('a state that is followed by large arrays is posted before them', async () => {
  const { sender, types, rest } = panel();
  sender.send({ type: 'state' });
  sender.send({ ...state(1, 1), type: 'frames' });
  await rest();
  expect(types).toEqual(['state', 'part', 'part', 'join']);
});

test('large arrays come before their message, and what is sent later after it', async () => {
  const { sender, types, rest } = panel();
  sender.send(state(1, 2));
  sender.send({ type: 'focus' });
  expect(types).not.toContain('focus');
  await rest();
  expect(types).toEqual(['part', 'part', 'part', 'join', 'focus']);
  sender.send({ type: 'frames' });
  expect(types.at(-1)).toBe('frames');
});

test('the copy of a part is given back when the panel has it', async () => {
  const parts: Uint8Array[] = [];
  const sizes: number[] = [];
  const sender = new MessageSender(async (message) => {
    if ('bytes' in (message as object)) parts.push((message as { bytes: Uint8Array }).bytes);
    sizes.push(...parts.slice(-1).map(({ length }) => length));
    await new Promise((resolve) => setTimeout(resolve, 0));
    return true;
  });
  sender.send(state(1, 2));
  await expect.poll(() => sizes.length).toBe(4);
  expect(sizes).toEqual([partBytes, partBytes, 1, 0]);
  expect(parts.map(({ length }) => length)).toEqual([0, 0, 0]);
});

test('a later state replaces one that is being sent', async () => {
  const { sender, types, rest } = panel();
  sender.send(state(1, 5));
  sender.send({ type: 'state' });
  await rest();
  expect(types).toEqual(['state']);
});

test('a hidden panel is sent no further part', async () => {
  const { sender, types, rest } = panel({ hidden: true });
  sender.send(state(1, 5));
  await rest();
  expect(types).toEqual(['part']);
});
