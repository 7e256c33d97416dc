/** Thumbnails of arrays: every cell has its colour, whatever the size. */
import { describe, expect, it } from 'vitest';
import { ndarray, type NdArray } from '../../../core/array/NdArray';
import { drawThumbnail } from '../../../core/thumbnail/drawThumbnail';
import { blankPixel, markPixel, type Thumbnail } from '../../../core/thumbnail/Thumbnail';

const options = { colorMap: 'lens', dark: true, side: 120 };

function draw(array: NdArray, changes: Partial<typeof options> = {}): Thumbnail {
  const drawn = drawThumbnail(array, { ...options, ...changes });
  if (!drawn) throw new Error('nothing was drawn');
  return drawn;
}

function pixel({ width, pixels }: Thumbnail, x: number, y: number): number {
  return pixels[y * width + x]!;
}

function colorAt(picture: Thumbnail, x: number, y: number) {
  return picture.palette[pixel(picture, x, y)];
}

describe('a 2×3 array', () => {
  const array = ndarray([2, 3], Float64Array.of(-4, 0, 4, 2, -2, 1));

  it('has cells of one whole size, each of one colour', () => {
    const picture = draw(array);
    expect([picture.width, picture.height]).toEqual([72, 48]);
    for (const [row, col] of [0, 1].flatMap((r) => [0, 1, 2].map((c) => [r, c] as const))) {
      const colors = new Set<number>();
      for (let y = row * 24; y < row * 24 + 24; y++) {
        for (let x = col * 24; x < col * 24 + 24; x++) colors.add(pixel(picture, x, y));
      }
      expect(colors.size).toBe(1);
    }
    expect(new Set(picture.pixels).size).toBe(6);
  });

  it('is diverging around 0 where there are negative numbers: 0 has the middle colour, which follows the theme', () => {
    const dark = draw(array);
    const light = draw(array, { dark: false });
    expect(pixel(dark, 36, 12)).toBe(128);
    expect(
      colorAt(dark, 36, 12)!
        .slice(0, 3)
        .every((channel) => channel < 50),
    ).toBe(true);
    expect(
      colorAt(light, 36, 12)!
        .slice(0, 3)
        .every((channel) => channel > 230),
    ).toBe(true);
    expect([pixel(dark, 12, 12), pixel(dark, 60, 12)]).toEqual([1, 254]);
  });

  it('is sequential where there is no negative number', () => {
    const picture = draw(ndarray([1, 3], Float64Array.of(0, 5, 10)));
    expect([pixel(picture, 0, 0), pixel(picture, 71, 0)]).toEqual([1, 254]);
    expect(colorAt(picture, 0, 0)).toEqual([0x1e, 0x1e, 0x20, 255]);
  });

  it('takes the colours of the chosen map', () => {
    expect(colorAt(draw(array, { colorMap: 'rdBu' }), 71, 0)).not.toEqual(colorAt(draw(array), 71, 0));
  });
});

describe('NaN and infinities', () => {
  it('are crossed out in large cells, on nothing', () => {
    const picture = draw(ndarray([1, 2], Float64Array.of(NaN, 1)));
    expect(pixel(picture, 0, 0)).toBe(markPixel);
    expect(pixel(picture, 23, 0)).toBe(markPixel);
    expect(pixel(picture, 12, 0)).toBe(blankPixel);
    expect(picture.palette[blankPixel]).toEqual([0, 0, 0, 0]);
    expect(pixel(picture, 24, 0)).toBe(254);
  });

  it('fill small cells', () => {
    const data = new Float64Array(60 * 60).fill(1);
    data[0] = -Infinity;
    const picture = draw(ndarray([60, 60], data));
    expect([pixel(picture, 0, 0), pixel(picture, 1, 1), pixel(picture, 2, 0)]).toEqual([markPixel, markPixel, 254]);
  });
});

describe('sizes', () => {
  it('a large array is thinned out, keeping its proportions', () => {
    const picture = draw(
      ndarray(
        [600, 300],
        Float64Array.from({ length: 180_000 }, (_, index) => index),
      ),
    );
    expect([picture.width, picture.height]).toEqual([60, 120]);
    expect(pixel(picture, 59, 119)).toBeGreaterThan(pixel(picture, 0, 0));
  });

  it('never outgrows the box: 1×100000, 100000×1, 0-d, 1-d', () => {
    for (const shape of [[1, 100_000], [100_000, 1], [], [7]]) {
      const size = shape.reduce((product, extent) => product * extent, 1);
      const picture = draw(ndarray(shape, new Float64Array(size).fill(2)));
      expect(Math.max(picture.width, picture.height)).toBeLessThanOrEqual(120);
      expect(Math.min(picture.width, picture.height)).toBeGreaterThan(0);
      expect(picture.pixels).toHaveLength(picture.width * picture.height);
    }
  });

  it('an array without numbers has no picture', () => {
    expect(drawThumbnail(ndarray([3, 0], new Float64Array()), options)).toBeUndefined();
  });
});

describe('planes of a (2, 2, 3, 2) array', () => {
  const array = ndarray(
    [2, 2, 3, 2],
    Float64Array.from({ length: 24 }, (_, index) => index),
  );

  it('are in a row with a gap, channel by channel, on one scale', () => {
    const picture = draw(array);
    const [cell, gap] = [19, 4];
    const right = 3 * cell + gap;
    const below = 2 * cell + gap;
    expect([picture.width, picture.height]).toEqual([right + 3 * cell, below + 2 * cell]);
    expect(pixel(picture, 3 * cell, 0)).toBe(blankPixel);
    const firsts = [
      pixel(picture, 0, 0),
      pixel(picture, right, 0),
      pixel(picture, 0, below),
      pixel(picture, right, below),
    ];
    // The first numbers of A[0, :, :, 0], A[0, :, :, 1], A[1, :, :, 0] and A[1, :, :, 1] are 0, 1, 12, 13 of 0 … 25.
    expect(firsts).toEqual([0, 1, 12, 13].map((value) => 1 + Math.round((Math.round((value / 25) * 255) * 253) / 255)));
  });

  it('are eight at most', () => {
    const many = draw(ndarray([50, 2, 2, 3], new Float64Array(600).fill(1)));
    const cells = [...many.pixels].filter((index) => index !== blankPixel).length;
    expect(cells % 8).toBe(0);
    expect(many.width).toBeLessThanOrEqual(120);
  });
});
