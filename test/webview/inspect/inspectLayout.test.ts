/** What the inspector gives to the map and to what is next to it. */
import { describe, expect, test } from 'vitest';
import { layoutOf, type Inspected } from '../../../webview/inspect/inspectLayout';

/** A map of a width that is used up to a limit. */
const inspected = (mapWidth: number): Inspected => ({
  view: 'map',
  hasPlanes: true,
  mapWidth: ({ width }) => Math.min(width, mapWidth),
  mapCell: ({ height }) => height / 10,
});

describe('layoutOf', () => {
  test('the side takes what a small map leaves, and has its cards in one line', () => {
    const { main, side, hasCardsInLine, card } = layoutOf({ width: 1560, height: 700 }, true, inspected(800));
    expect(main.width).toBe(800);
    expect(side.width).toBe(1560 - 16 - 800);
    expect(hasCardsInLine).toBe(true);
    expect(2 * card.width).toBeLessThan(side.width);
  });

  test('a map that needs all of the width has it, down to the least side', () => {
    const { main, side, hasCardsInLine } = layoutOf({ width: 1060, height: 600 }, true, inspected(5000));
    expect(side.width).toBe(1060 * 0.28);
    expect(main.width).toBe(1060 - 16 - side.width);
    expect(hasCardsInLine).toBe(false);
  });

  test('the side has at most half of the width', () => {
    expect(layoutOf({ width: 1560, height: 700 }, true, inspected(100)).side.width).toBe(780);
  });

  test('above the side, a map whose cells would be too small for two decimals has more of the height', () => {
    const rows = (count: number): Inspected => ({ ...inspected(400), mapCell: ({ height }) => height / count });
    const height = (count: number, hasPlanes: boolean): number =>
      layoutOf({ width: 497, height: 400 }, false, { ...rows(count), hasPlanes }).main.height;
    expect(height(5, true)).toBe(264);
    expect(height(16, false)).toBe(336);
    // The line of slices is whole: 94 px and a gap.
    expect(height(16, true)).toBe(400 - 94 - 16);
  });

  test('a map gives height to the cards below it where its cells keep numbers of two decimals, a picture where it keeps most of its size', () => {
    const heightOf = (count: number, height: number): number =>
      layoutOf({ width: 497, height }, false, { ...inspected(400), mapCell: (space) => space.height / count }).main
        .height;
    // Slices, cards and their gaps have 276 px.
    expect(heightOf(5, 540)).toBe(540 - 276);
    expect(heightOf(5, 440)).toBe(440 * 0.66);
    expect(heightOf(16, 700)).toBe(700 - 276);
    expect(heightOf(16, 560)).toBe(560 - 94 - 16);
    expect(heightOf(64, 700)).toBe(700 - 276);
    expect(heightOf(64, 560)).toBe(560 - 276);
    expect(heightOf(64, 500)).toBe(500 - 94 - 16);
  });

  test('below the map, cards narrower than the panel allows are one above the other', () => {
    expect(layoutOf({ width: 497, height: 500 }, false, inspected(400))).toMatchObject({
      isBeside: false,
      hasCardsInLine: true,
      card: { width: (497 - 12) / 2 },
    });
    expect(layoutOf({ width: 352, height: 500 }, false, inspected(400))).toMatchObject({
      hasCardsInLine: false,
      card: { width: 352 },
    });
  });
});
