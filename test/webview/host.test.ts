/** The panel's end of the messages: one whose arrays came in parts is received as if it had come whole. */
import { afterEach, expect, test, vi } from 'vitest';
import { partBytes, partsOf, postable } from '../../core/panel/parts';
import type { HostMessage } from '../../core/panel/protocol';
import { connectHost } from '../../webview/host';

afterEach(() => vi.unstubAllGlobals());

test('messages that came as one are received one after the other in the same turn', () => {
  const target = new EventTarget();
  vi.stubGlobal('window', target);
  vi.stubGlobal('acquireVsCodeApi', () => ({ postMessage: () => undefined, getState: () => undefined }));
  const received: HostMessage[] = [];
  connectHost().onMessage((message) => received.push(message));
  const messages = [
    { type: 'state', generation: 2 },
    postable({ type: 'frames', generation: 2, last: NaN }),
    { type: 'focus', generation: 2 },
  ];
  target.dispatchEvent(new MessageEvent('message', { data: { type: 'together', messages } }));
  expect(received).toEqual([messages[0], { type: 'frames', generation: 2, last: NaN }, messages[2]]);
});

test('a message whose array came in parts', () => {
  const target = new EventTarget();
  vi.stubGlobal('window', target);
  vi.stubGlobal('acquireVsCodeApi', () => ({ postMessage: () => undefined, getState: () => undefined }));
  const received: HostMessage[] = [];
  connectHost().onMessage((message) => received.push(message));
  const hear = (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));

  const values = Float64Array.from({ length: partBytes / 8 + 3 }, (_, k) => k);
  const message = { type: 'state', generation: 7, content: { kind: 'inspect', map: { values } } };
  for (const part of partsOf(1, values)) hear(part);
  expect(received).toEqual([]);
  hear(postable(message, new Map([[values, 1]])));
  expect(received.map(({ type, generation }) => [type, generation])).toEqual([['state', 7]]);
  const { map } = (received[0] as unknown as typeof message).content;
  expect(map.values).toBeInstanceOf(Float64Array);
  expect([map.values.length, map.values.at(-1)]).toEqual([values.length, values.at(-1)]);
});
