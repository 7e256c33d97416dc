/** Pictures and animations that the panel draws, read back by the browser's own decoders. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import type { PictureAnswer, PictureRequest } from '../../../core/panel/picture';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

const svg = (color: string, width = 60, height = 40) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#102030"/><rect x="10" y="10" width="20" height="20" fill="${color}"/><text x="32" y="20" fill="#fff">1.5</text></svg>`;

type Draw = Pick<Extract<PictureRequest, { type: 'drawPicture' }>, 'format' | 'scale' | 'delay'>;

/** The file that the panel makes of pictures; rejects with its reason. */
async function draw(pictures: readonly string[], how: Draw) {
  const { page, problems } = await open({ text: 'A_prev = [[1, 2], [3, 4]]\nW = [[1]]' });
  const bytes = await page.evaluate(
    async ({ pictures, how }) => {
      let answer: PictureAnswer | undefined;
      for (const [index, each] of pictures.entries()) {
        const before = window.posted.length;
        const [isFirst, isLast] = [index === 0, index + 1 === pictures.length];
        window.postMessage({ type: 'drawPicture', request: 7, svg: each, ...how, isFirst, isLast }, '*');
        while (window.posted.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
        answer = window.posted.at(-1) as unknown as PictureAnswer;
        if (answer.type === 'pictureFailed') throw new Error(answer.reason);
      }
      return Array.from((answer as { bytes: Uint8Array }).bytes);
    },
    { pictures, how },
  );
  expect(problems).toEqual([]);
  return { page, bytes: Uint8Array.from(bytes) };
}

test.each([1, 2, 4])('a PNG at %i× has that many pixels, in the colours of the SVG', async (scale) => {
  const { bytes } = await draw([svg('#c08040')], { format: 'png', scale, delay: 0 });
  const png = decode(bytes);
  expect([png.width, png.height]).toEqual([60 * scale, 40 * scale]);
  const at = (x: number, y: number) => [...png.data.slice((y * png.width + x) * png.channels).slice(0, 3)];
  expect(at(2 * scale, 2 * scale)).toEqual([0x10, 0x20, 0x30]);
  expect(at(20 * scale, 20 * scale)).toEqual([0xc0, 0x80, 0x40]);
});

test('a GIF has every frame with its duration; a picture of another size is made to fit', async () => {
  const { page, bytes } = await draw([svg('#ff0000'), svg('#00ff00'), svg('#0000ff', 60, 80)], {
    format: 'gif',
    scale: 1,
    delay: 250,
  });
  // A secure context has ImageDecoder.
  await page.route('http://localhost/', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('http://localhost/');
  const frames = await page.evaluate(async (data) => {
    const decoder = new ImageDecoder({ data: Uint8Array.from(data), type: 'image/gif' });
    await decoder.tracks.ready;
    const found = [];
    for (let frameIndex = 0; frameIndex < decoder.tracks.selectedTrack!.frameCount; frameIndex++) {
      const { image } = await decoder.decode({ frameIndex });
      const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
      found.push({
        size: [canvas.width, canvas.height],
        duration: image.duration,
        inside: at(15, 15),
        right: at(58, 38),
      });
      image.close();
    }
    return found;
  }, Array.from(bytes));
  const background = [0x10, 0x20, 0x30];
  expect(frames).toEqual([
    { size: [60, 40], duration: 250_000, inside: [255, 0, 0], right: background },
    { size: [60, 40], duration: 250_000, inside: [0, 255, 0], right: background },
    // Half the size.
    { size: [60, 40], duration: 250_000, inside: background, right: background },
  ]);
});

test('a WebM has one frame for each picture, at its time, in the size of the pictures', async () => {
  const colors = ['#ff0000', '#00ff00', '#0000ff'];
  const pictures = Array.from({ length: 25 }, (_, k) => svg(colors[k % 3]!, 320, 200));
  const { page, bytes } = await draw(pictures, { format: 'webm', scale: 1, delay: 250 });
  expect([...bytes.subarray(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
  await page.goto('about:blank');
  const video = await page.evaluate(async (data) => {
    const video = document.createElement('video');
    video.src = URL.createObjectURL(new Blob([Uint8Array.from(data)], { type: 'video/webm' }));
    await new Promise((resolve, reject) => {
      video.addEventListener('loadeddata', resolve);
      video.addEventListener('error', () => reject(new Error('not a video')));
    });
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 200 });
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const shown: string[] = [];
    for (let index = 0; index < 25; index++) {
      // The frame of the place is painted after the place is reached.
      const painted = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
      video.currentTime = (index + 0.5) * 0.25;
      await painted;
      context.drawImage(video, 0, 0);
      const parts = [...context.getImageData(20, 20, 1, 1).data.subarray(0, 3)];
      shown.push(['red', 'green', 'blue'][parts.indexOf(Math.max(...parts))]!);
    }
    return { size: [video.videoWidth, video.videoHeight], duration: video.duration, shown };
  }, Array.from(bytes));
  const shown = Array.from({ length: 25 }, (_, k) => ['red', 'green', 'blue'][k % 3]);
  expect(video).toEqual({ size: [320, 200], duration: 6.25, shown });
});

test('a frame of a file that the page does not know fails with a reason', async () => {
  const { page } = await open({ text: 'A_prev = [[1, 2], [3, 4]]\nW = [[1]]' });
  const answer = await page.evaluate(async () => {
    const before = window.posted.length;
    const rest = { svg: '<svg/>', format: 'gif', scale: 1, delay: 1, isFirst: false, isLast: true };
    window.postMessage({ type: 'drawPicture', request: 3, ...rest }, '*');
    while (window.posted.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
    return window.posted.at(-1);
  });
  expect(answer).toEqual({ type: 'pictureFailed', request: 3, reason: 'the panel was reloaded' });
});

test('the command line draws a PNG and a GIF with the same code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layer-lens-'));
  const render = (name: string, ...rest: string[]) => {
    const args = [
      'scripts/cli/layer-lens.mjs',
      'render',
      'scenes/21-tie.layerlens.json',
      '-o',
      join(folder, name),
      ...rest,
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return readFileSync(join(folder, name));
  };
  const png = decode(render('a.png', '--scale', '1'));
  expect(png.width).toBe(960);
  const gif = render('a.gif', '--steps', '1-3');
  expect(gif.subarray(0, 6).toString()).toBe('GIF89a');
  expect(gif.readUInt16LE(6)).toBe(960);
});
