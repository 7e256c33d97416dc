/** Sizes of images before they are decoded, and pixels as arrays. */
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { LensError } from '../../../../core/message';
import { imageArray } from '../../../../core/read/files/imageArray';
import { readImageHeader } from '../../../../core/read/files/imageHeader';

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const zeros = (count: number): number[] => new Array<number>(count).fill(0);

/** Each 300 wide and 5 high, as the formats' specifications lay the first bytes out. */
const images: Readonly<Record<string, Uint8Array>> = {
  png: encode({ width: 300, height: 5, channels: 3, data: new Uint8Array(300 * 5 * 3) }),
  // An APP0 segment of 16 bytes, a quantization table, then a progressive frame.
  jpeg: Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, ...ascii('JFIF'), ...zeros(10)],
    ...[0xff, 0xdb, 0, 4, 0, 0, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 5, 1, 44, 1, 1, 0x11, 0],
  ]),
  gif: Uint8Array.from([...ascii('GIF89a'), 44, 1, 5, 0, 0, 0, 0]),
  webp: Uint8Array.from([
    ...[...ascii('RIFF'), 22, 0, 0, 0, ...ascii('WEBPVP8 '), 10, 0, 0, 0],
    ...[0, 0, 0, 0x9d, 0x01, 0x2a, 44, 1, 5, 0],
  ]),
  // 14 bits of width − 1 and 14 bits of height − 1 after the signature.
  webpLossless: Uint8Array.from([
    ...[...ascii('RIFF'), 18, 0, 0, 0, ...ascii('WEBPVP8L'), 5, 0, 0, 0, 0x2f],
    ...[299 & 0xff, 299 >> 8, 4 >> 2, 0],
  ]),
  webpExtended: Uint8Array.from([
    ...[...ascii('RIFF'), 22, 0, 0, 0, ...ascii('WEBPVP8X'), 10, 0, 0, 0],
    ...[0, 0, 0, 0, 43, 1, 0, 4, 0, 0],
  ]),
  // The height is −5: rows from top to bottom.
  bmp: Uint8Array.from([...ascii('BM'), ...zeros(12), 40, 0, 0, 0, 44, 1, 0, 0, 0xfb, 0xff, 0xff, 0xff]),
  bmpOld: Uint8Array.from([...ascii('BM'), ...zeros(12), 12, 0, 0, 0, 44, 1, 5, 0]),
};

describe('readImageHeader', () => {
  test.each(Object.keys(images))('%s: 300 × 5', (name) => {
    expect(readImageHeader(images[name]!)).toMatchObject({ width: 300, height: 5 });
  });

  test.each(Object.keys(images))('%s: cut anywhere, it is read or refused', (name) => {
    const bytes = images[name]!;
    const outcomes = Array.from({ length: bytes.length }, (_, length) => {
      try {
        return readImageHeader(bytes.slice(0, length)).width;
      } catch (error) {
        return error instanceof LensError ? 'refused' : error;
      }
    });
    expect(new Set(outcomes)).toEqual(new Set(outcomes.includes(300) ? ['refused', 300] : ['refused']));
    expect(outcomes[10]).toBe(name === 'gif' ? 300 : 'refused');
  });

  test('text with the name of an image is refused', () => {
    expect(() => readImageHeader(Uint8Array.from(ascii('hello world')))).toThrow(
      'this is not a PNG, JPEG, GIF, WebP or BMP image',
    );
  });

  test('a JPEG without a frame ends the search', () => {
    const bytes = Uint8Array.from([0xff, 0xd8, ...new Array<number>(1000).fill(0xff)]);
    expect(() => readImageHeader(bytes)).toThrow('the image is truncated: its header is incomplete');
  });
});

describe('imageArray', () => {
  test('2×1 opaque pixels: (1, 2, 3)', () => {
    const rgba = Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 255);
    expect(imageArray({ width: 2, height: 1, rgba })).toEqual({
      shape: [1, 2, 3],
      data: Float64Array.of(1, 2, 3, 4, 5, 6),
    });
  });

  test('a pixel that is not opaque keeps the alpha channel: (1, 2, 4)', () => {
    const rgba = Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 128);
    expect(imageArray({ width: 2, height: 1, rgba })).toEqual({ shape: [1, 2, 4], data: Float64Array.from(rgba) });
  });

  test('bytes of another size are refused', () => {
    expect(() => imageArray({ width: 2, height: 2, rgba: new Uint8Array(8) })).toThrow(LensError);
  });
});
