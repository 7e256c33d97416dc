/** GIF files are decoded by a decoder written from GIF89a's appendix F, which shares nothing with the encoder. */
import { expect, test } from 'vitest';
import { GifWriter } from '../../../core/export/gif/GifWriter';

interface Decoded {
  readonly width: number;
  readonly height: number;
  /** Of each frame, the whole picture as RGB. */
  readonly frames: Uint8Array[];
  readonly delays: number[];
  readonly rectangles: number[][];
  readonly loops: boolean;
}

function decode(bytes: Uint8Array): Decoded {
  const short = (at: number) => bytes[at]! + 256 * bytes[at + 1]!;
  expect(String.fromCharCode(...bytes.subarray(0, 6))).toBe('GIF89a');
  const [width, height] = [short(6), short(8)];
  const canvas = new Uint8Array(width * height * 3);
  const result: Decoded = { width, height, frames: [], delays: [], rectangles: [], loops: false };
  let loops = false;
  let transparent = -1;
  let at = 13;
  for (;;) {
    const kind = bytes[at++];
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      const label = bytes[at++];
      if (label === 0xf9) {
        result.delays.push(short(at + 2));
        transparent = bytes[at + 1]! & 1 ? bytes[at + 4]! : -1;
      }
      if (label === 0xff) loops = true;
      while (bytes[at] !== 0) at += bytes[at]! + 1;
      at++;
      continue;
    }
    expect(kind).toBe(0x2c);
    const [left, top, w, h] = [0, 2, 4, 6].map((offset) => short(at + offset)) as [number, number, number, number];
    const colors = 2 ** ((bytes[at + 8]! & 7) + 1);
    at += 9;
    const palette = bytes.subarray(at, at + colors * 3);
    at += colors * 3;
    const bits = bytes[at++]!;
    const data: number[] = [];
    while (bytes[at] !== 0) {
      data.push(...bytes.subarray(at + 1, at + 1 + bytes[at]!));
      at += bytes[at]! + 1;
    }
    at++;
    const indices = unpack(data, bits);
    expect(indices.length).toBe(w * h);
    indices.forEach((index, pixel) => {
      if (index === transparent) return;
      const target = ((top + Math.floor(pixel / w)) * width + left + (pixel % w)) * 3;
      canvas.set(palette.subarray(index * 3, index * 3 + 3), target);
    });
    result.frames.push(canvas.slice());
    result.rectangles.push([left, top, w, h]);
  }
  expect(at).toBe(bytes.length);
  return { ...result, loops };
}

function unpack(data: readonly number[], bits: number): number[] {
  const [clear, end] = [1 << bits, (1 << bits) + 1];
  let table: number[][] = [];
  let size = bits + 1;
  let position = 0;
  let last: number[] | undefined;
  const output: number[] = [];
  const reset = () => {
    table = Array.from({ length: end + 1 }, (_, code) => [code]);
    size = bits + 1;
    last = undefined;
  };
  for (;;) {
    let code = 0;
    for (let bit = 0; bit < size; bit++, position++) code |= ((data[position >> 3]! >> (position & 7)) & 1) << bit;
    if (code === end) return output;
    if (code === clear) {
      reset();
      continue;
    }
    const entry: number[] = table[code] ?? [...last!, last![0]!];
    output.push(...entry);
    if (last && table.length < 4096) table.push([...last, entry[0]!]);
    if (table.length === 1 << size && size < 12) size++;
    last = entry;
  }
}

/** Repeatable numbers 0 … 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

function picture(width: number, height: number, color: (x: number, y: number) => [number, number, number]) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgba.set([...color(x, y), 255], (y * width + x) * 4);
  return rgba;
}

const rgb = (rgba: Uint8ClampedArray) => Uint8Array.from(rgba.filter((_, at) => at % 4 !== 3));

test.each([
  ['one colour', 7, 3, () => [1, 2, 3]],
  ['two colours', 5, 9, (x: number, y: number) => ((x + y) % 2 ? [0, 0, 0] : [255, 255, 255])],
  ['200 colours', 61, 47, (x: number, y: number) => [(x * 7 + y * 3) % 200, 9, 250]],
] as const)('%s are stored exactly', (_, width, height, color) => {
  const frame = picture(width, height, color as (x: number, y: number) => [number, number, number]);
  const writer = new GifWriter(width, height, 500);
  writer.add(frame);
  const { frames, delays, loops } = decode(writer.finish());
  expect(frames).toEqual([rgb(frame)]);
  expect([delays, loops]).toEqual([[50], true]);
});

test('noise of 256 colours fills the code table several times', () => {
  const random = generator(5);
  const frame = picture(150, 140, () => {
    const grey = Math.floor(random() * 256);
    return [grey, grey, grey];
  });
  const writer = new GifWriter(150, 140, 1);
  writer.add(frame);
  const { frames, delays } = decode(writer.finish());
  expect(frames).toEqual([rgb(frame)]);
  expect(delays).toEqual([2]);
});

test('a second frame stores only what differs; an equal one a single pixel', () => {
  const first = picture(20, 10, (x) => [x, 0, 0]);
  const second = picture(20, 10, (x, y) => (x >= 4 && x < 7 && y === 5 ? [0, 200, 0] : [x, 0, 0]));
  const writer = new GifWriter(20, 10, 100);
  for (const each of [first, second, second]) writer.add(each);
  const { frames, rectangles } = decode(writer.finish());
  expect(rectangles).toEqual([
    [0, 0, 20, 10],
    [4, 5, 3, 1],
    [0, 0, 1, 1],
  ]);
  expect(frames).toEqual([rgb(first), rgb(second), rgb(second)]);
});

test('more than 256 colours: the frequent ones stay exact, the others become a near one', () => {
  const frame = picture(64, 64, (x, y) => (y < 32 ? [10, 20, 30] : [x * 4, (y - 32) * 8, 0]));
  const writer = new GifWriter(64, 64, 100);
  writer.add(frame);
  const decoded = decode(writer.finish()).frames[0]!;
  const exact = rgb(frame);
  expect(decoded.subarray(0, 64 * 32 * 3)).toEqual(exact.subarray(0, 64 * 32 * 3));
  const errors = Array.from(decoded, (value, at) => Math.abs(value - exact[at]!));
  expect(Math.max(...errors)).toBeLessThan(256);
  expect(errors.reduce((a, b) => a + b, 0) / errors.length).toBeLessThan(40);
});

test('noise over noise: unchanged pixels are transparent, also with all colours in use', () => {
  const random = generator(9);
  const noise = Array.from({ length: 80 * 60 }, () => Math.floor(random() * 255));
  const first = picture(80, 60, (x, y) => [noise[y * 80 + x]!, 0, 0]);
  const second = picture(80, 60, (x, y) => [(x * y) % 3 ? noise[y * 80 + x]! : (noise[y * 80 + x]! * 7) % 255, 0, 0]);
  const writer = new GifWriter(80, 60, 100);
  writer.add(first);
  const one = writer.finish().length;
  writer.add(second);
  const two = writer.finish();
  expect(decode(two).frames).toEqual([rgb(first), rgb(second)]);
  expect(two.length - one).toBeLessThan(one * 0.8);
});
