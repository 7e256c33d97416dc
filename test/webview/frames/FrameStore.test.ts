import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FrameEncoder } from '../../../core/panel/wire';
import type { Frame } from '../../../core/step/Frame';
import { FrameStream } from '../../../extension/session/picture/FrameStream';
import type { LayerPicture } from '../../../extension/session/picture/LayerPicture';
import { FrameStore } from '../../../webview/frames/FrameStore';
import { runsOf } from '../../everything';

function frame(t: number, values: Float64Array): Frame {
  const map = { id: 'z', title: 'Z', rows: 1, cols: values.length, values, boxes: [], notes: [] };
  return {
    t,
    stage: [
      {
        id: 'row',
        title: [],
        aside: [],
        items: [{ kind: 'map', map: { ...map, scale: { kind: 'diverging', min: -1, max: 1 } } }],
        lines: [],
      },
    ],
    code: { line: 0, variables: [] },
    announcement: { spans: [] },
    position: { i: 0, h: 0, w: 0, c: 0 },
  };
}

test('frames of another generation are dropped', () => {
  const store = new FrameStore();
  store.reset(4);
  const encoder = new FrameEncoder();
  const frames = [encoder.encode(frame(0, new Float64Array([1])))];
  expect(store.accept({ type: 'frames', generation: 3, frames })).toEqual([]);
  expect(store.get(0)).toBeUndefined();
  expect(store.accept({ type: 'frames', generation: 4, frames })).toEqual([0]);
  expect(store.get(0)?.t).toBe(0);
});

test('frames that share an array share one instance, over messages too', () => {
  const store = new FrameStore();
  store.reset(1);
  const encoder = new FrameEncoder();
  const values = new Float64Array([NaN, -0, Infinity]);
  store.accept({ type: 'frames', generation: 1, frames: [encoder.encode(frame(0, values))] });
  store.accept({ type: 'frames', generation: 1, frames: [encoder.encode(frame(1, values))] });
  const [first, second] = [0, 1].map((t) => valuesAt(store, t));
  expect(second).toBe(first);
  expect([...first!]).toEqual([NaN, -0, Infinity]);
});

test('what was asked for is covered until the generation changes', () => {
  const store = new FrameStore();
  store.reset(1);
  store.markAsked(3, 5);
  expect([2, 3, 5, 6].map((t) => store.isCovered(t))).toEqual([false, true, true, false]);
  store.reset(2);
  expect(store.isCovered(4)).toBe(false);
});

describe('what is kept', () => {
  const stepper = (cells: number) => ({
    timeline: () => ({ count: 10_000 }),
    frame: (t: number) => frame(t, new Float64Array(cells).fill(t)),
  });
  const picture = (cells: number) => ({ stepper: stepper(cells), view: {} }) as unknown as LayerPicture;

  test.each([
    { cells: 4, count: 300, least: 190, most: 200 },
    { cells: 512 * 512, count: 100, least: 60, most: 64 },
  ])('of $count frames with $cells cells between $least and $most are, the latest', ({ cells, count, least, most }) => {
    const store = new FrameStore();
    const stream = new FrameStream();
    stream.startGeneration();
    store.reset(stream.generation);
    for (let t = 0; t < count; t++) store.accept(stream.framesOf(picture(cells), t, t)!);
    const kept = Array.from({ length: count }, (_, t) => t).filter((t) => store.get(t));
    expect(kept.length).toBeGreaterThanOrEqual(least);
    expect(kept.length).toBeLessThanOrEqual(most);
    expect(kept.at(-1)).toBe(count - 1);
  });

  test('whatever is asked for in any order, the host sends what the panel lacks, and what left for it counts as lacking', () => {
    const asks = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 5,
      maxLength: 40,
    });
    fc.assert(
      fc.property(asks, (ranges) => {
        const store = new FrameStore();
        const stream = new FrameStream();
        stream.startGeneration();
        store.reset(stream.generation);
        for (const [from, length] of ranges) {
          const lacking = Array.from({ length: length + 1 }, (_, index) => from + index).filter((t) => !store.get(t));
          const message = stream.framesOf(picture(4), from, from + length);
          store.markAsked(from, from + length);
          const sent = message?.frames.map(({ t }) => t) ?? [];
          expect(sent).toEqual(expect.arrayContaining(lacking));
          if (message) store.accept(message);
          for (const t of sent) expect(valuesAt(store, t)).toEqual(new Float64Array(4).fill(t));
          for (let t = from; t <= from + length; t++) expect(store.isCovered(t)).toBe(store.get(t) !== undefined);
        }
      }),
      { numRuns: runsOf(50) },
    );
  });

  test('a frame that has left is no longer covered: it is asked for again', () => {
    const store = new FrameStore();
    const stream = new FrameStream();
    stream.startGeneration();
    store.reset(stream.generation);
    store.markAsked(0, 299);
    for (let t = 0; t < 300; t++) store.accept(stream.framesOf(picture(4), t, t)!);
    expect(store.isCovered(0)).toBe(false);
    expect(store.isCovered(299)).toBe(true);
  });
});

function valuesAt(store: FrameStore, t: number): Float64Array | undefined {
  const item = store.get(t)?.stage[0]!.items[0];
  return item?.kind === 'map' ? item.map.values : undefined;
}
