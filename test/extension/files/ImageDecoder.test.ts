/** Images are decoded by the panel's browser: requests wait for the page, and are sent again to one that was reloaded. */
import { expect, test } from 'vitest';
import { LensError } from '../../../core/message';
import type { ImageRequest } from '../../../core/panel/protocol';
import { ImageDecoder } from '../../../extension/session/files/ImageDecoder';

const header = { mediaType: 'image/png', width: 1, height: 1 };
const pixels = { width: 1, height: 1, rgba: Uint8Array.of(1, 2, 3, 255) };

function makeDecoder() {
  const posted: ImageRequest[] = [];
  return { posted, decoder: new ImageDecoder((message) => posted.push(message)) };
}

test('the bytes are sent when the page sends its first message, without the buffer that they are a view of; its pixels are the answer', async () => {
  const { posted, decoder } = makeDecoder();
  const result = decoder.decode(Buffer.from([9, 8, 7, 6]).subarray(1, 3), header);
  expect(posted).toEqual([]);
  expect(decoder.receive({ type: 'ready' })).toBe(false);
  expect(posted).toEqual([{ type: 'decodeImage', request: 0, mediaType: 'image/png', bytes: Uint8Array.of(8, 7) }]);
  expect(posted[0]!.bytes.constructor).toBe(Uint8Array);
  expect(posted[0]!.bytes.buffer.byteLength).toBe(2);
  expect(decoder.receive({ type: 'pixels', request: 0, ...pixels })).toBe(true);
  expect(await result).toMatchObject(pixels);
});

test('a page that was reloaded is asked again; an answered request is not', async () => {
  const { posted, decoder } = makeDecoder();
  decoder.receive({ type: 'ready' });
  const first = decoder.decode(Uint8Array.of(1), header);
  const second = decoder.decode(Uint8Array.of(2), header);
  decoder.receive({ type: 'pixels', request: 0, ...pixels });
  await first;
  decoder.receive({ type: 'restore', memento: {} });
  expect(posted.map(({ request }) => request)).toEqual([0, 1, 1]);
  decoder.receive({ type: 'pixels', request: 1, ...pixels });
  expect(await second).toMatchObject(pixels);
});

test('what the browser cannot decode is refused with its reason; closing the panel ends the wait', async () => {
  const { decoder } = makeDecoder();
  decoder.receive({ type: 'ready' });
  const broken = decoder.decode(Uint8Array.of(1), header);
  decoder.receive({ type: 'noPixels', request: 0, reason: 'The source image could not be decoded.' });
  await expect(broken).rejects.toThrow('the image cannot be decoded: The source image could not be decoded.');
  const waiting = decoder.decode(Uint8Array.of(1), header);
  decoder.close();
  await expect(waiting).rejects.toThrow(LensError);
});

test.each([
  ['another message', { type: 'seek', generation: 0, t: 0 }],
  ['pixels that are no bytes', { type: 'pixels', request: 0, width: 1, height: 1, rgba: [1, 2, 3, 4] }],
  ['nothing', undefined],
])('%s is not handled', (_, message) => {
  expect(makeDecoder().decoder.receive(message)).toBe(false);
});
