import { expect, test } from 'vitest';
import type { PictureRequest } from '../../../core/panel/picture';
import { PictureDrawer, type Animation } from '../../../extension/session/export/PictureDrawer';

const animation: Animation = {
  format: 'gif',
  scale: 2,
  delay: 500,
  frames: 3,
  draw: (index) => `<svg id="${index}"/>`,
};

/** A panel that draws what it is sent; `answers` false: it keeps silent. */
function drawer(answers = true) {
  const sent: PictureRequest[] = [];
  const pictures = new PictureDrawer((message) => {
    sent.push(message);
    if (!answers || message.type !== 'drawPicture') return;
    const { request, isLast } = message;
    const bytes = isLast ? { bytes: Uint8Array.of(1, 2) } : {};
    queueMicrotask(() => pictures.receive({ type: 'pictureDrawn', request, ...bytes }));
  });
  return { pictures, sent };
}

test('frames are sent one after the other, with the progress; the last one brings the file', async () => {
  const { pictures, sent } = drawer();
  const shares: number[] = [];
  const bytes = await pictures.draw(animation, { progress: (share) => shares.push(share) });
  expect(bytes).toEqual(Uint8Array.of(1, 2));
  expect(
    sent.map((message) => message.type === 'drawPicture' && [message.svg, message.isFirst, message.isLast]),
  ).toEqual([
    ['<svg id="0"/>', true, false],
    ['<svg id="1"/>', false, false],
    ['<svg id="2"/>', false, true],
  ]);
  expect(shares).toEqual([1 / 3, 2 / 3, 1]);
});

test('a cancelled file is dropped and gives nothing', async () => {
  const { pictures, sent } = drawer();
  let drawn = 0;
  const bytes = await pictures.draw(animation, { progress: () => drawn++, isCancelled: () => drawn === 2 });
  expect(bytes).toBeUndefined();
  expect(sent.at(-1)).toEqual({ type: 'dropPicture', request: 0 });
  expect(await pictures.draw(animation)).toBeDefined();
});

test('a panel that is reloaded, hidden or cannot draw fails the file; a second file at once is refused', async () => {
  const { pictures, sent } = drawer(false);
  const first = pictures.draw(animation);
  await expect(pictures.draw(animation)).rejects.toThrow('another picture is being written');
  expect(pictures.receive({ type: 'ready' })).toBe(false);
  await expect(first).rejects.toThrow('hidden or reloaded');
  const second = pictures.draw(animation);
  const { request } = sent.at(-1);
  expect(pictures.receive({ type: 'pictureDrawn', request: request - 1 })).toBe(true);
  expect(pictures.receive({ type: 'pictureFailed', request, reason: 'no codec' })).toBe(true);
  await expect(second).rejects.toThrow('the picture cannot be drawn: no codec');
  const third = pictures.draw(animation);
  pictures.close();
  await expect(third).rejects.toThrow('hidden');
  expect(pictures.receive({ type: 'seek' })).toBe(false);
});
