import { expect, test } from 'vitest';
import { FrameEncoder } from '../../../core/wire';
import type { Frame } from '../../../core/step/Frame';
import { FrameStore } from '../../../webview/frames/FrameStore';

function frame(t: number, values: Float64Array): Frame {
  const map = { id: 'z', title: 'Z', rows: 1, cols: values.length, values, boxes: [], notes: [] };
  return {
    t,
    stage: [[{ kind: 'map', map: { ...map, scale: { kind: 'diverging', min: -1, max: 1 } } }]],
    words: [],
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
  const [first, second] = [0, 1].map((t) => {
    const item = store.get(t)!.stage[0]![0]!;
    return item.kind === 'map' ? item.map.values : undefined;
  });
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
