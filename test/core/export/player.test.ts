import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../../core';
import {
  mostSteps,
  packPlayerData,
  playerData,
  playerSteps,
  unpackPlayerData,
} from '../../../core/export/player/PlayerData';
import { playerPage } from '../../../core/export/player/playerPage';
import { FrameDecoder } from '../../../core/panel/wire';
import { createStepper } from '../../../core/step/createStepper';
import { readRange } from '../../../extension/session/export/stepRange';

const array = (shape: number[], make: (k: number) => number): NdArray => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, k) => make(k)),
});
const x = array([1, 4, 6, 2], (k) => (k === 7 ? NaN : (k * 7) % 11) - 0.3);
const w = array([3, 2, 2, 2], (k) => (k % 5) - 1.25);
const view = { channel: 1, filter: 0, granularity: 'channel' as const };
const rest = { title: '</script><b>x', notes: [{ step: 2, text: 'a < b' }], precision: 2, colorMap: 'lens' };

test('steps of both passes travel exactly: NaN, unchanged arrays, ladders, notes', () => {
  const dZ = array([1, 2, 5, 2], (k) => k / 7);
  const forward = createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} });
  const backward = createStepper({ kind: 'conv', pass: 'backward', x, w, dZ, options: {} });
  for (const stepper of [forward, backward]) {
    const text = packPlayerData(playerData(stepper, view, { from: 3, to: 12 }, rest));
    expect(text).not.toContain('<');
    const data = unpackPlayerData(text);
    const decoder = new FrameDecoder();
    expect(data.frames.map((frame) => decoder.decode(frame))).toEqual(
      Array.from({ length: 10 }, (_, k) => stepper.frame(3 + k, view)),
    );
    expect([data.count, data.notes, data.title]).toEqual([40, rest.notes, rest.title]);
  }
});

test('step by step, for progress and cancellation: the share that is done, then the same data', () => {
  const stepper = createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} });
  const range = { from: 3, to: 6 };
  const steps = playerSteps(stepper, view, range, rest);
  const shares: number[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) shares.push(step.value);
    else {
      expect(packPlayerData(step.value)).toBe(packPlayerData(playerData(stepper, view, range, rest)));
      break;
    }
  }
  expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
});

test('at most 500 steps, and none beyond the last', () => {
  const long = createStepper({
    kind: 'pool',
    pass: 'forward',
    x: array([1, 40, 40, 1], (k) => k),
    options: { mode: 'max', kernel: 2, stride: 1 },
  });
  const steps = (from: number, to: number) =>
    playerData(long, { ...view, channel: 0, granularity: 'window' }, { from, to }, rest).frames.map(({ t }) => t);
  expect(steps(0, 2000)).toHaveLength(mostSteps);
  expect(steps(1518, 2000)).toEqual([1518, 1519, 1520]);
});

test('the page escapes its title and cannot end its script early', () => {
  const page = playerPage({
    title: rest.title,
    language: 'en',
    data: '{}',
    bundle: { a: '</script>' },
    withoutScripts: '<i>',
    script: 'f("</script>")',
    styles: 'a{}',
  });
  expect(page.match(/<\/script>/g)).toHaveLength(3);
  expect(page).toContain('<title>&#60;/script&#62;&#60;b&#62;x</title>');
  expect(page).toContain('<noscript>&#60;i&#62;</noscript>');
  expect(page).not.toMatch(/https?:/);
});

describe('ranges of steps', () => {
  test.each([
    ['3-40', 2, 39],
    [' 1 – 2 ', 0, 1],
    ['7', 6, 6],
  ])('%s', (text, from, to) => {
    expect(readRange(text, 40, 500)).toEqual({ from, to });
  });

  test.each(['', '0', '41', '5-3', '1-41', 'a', '1-2-3'])('refused: %s', (text) => {
    expect(readRange(text, 40, 500)).toBeUndefined();
  });

  test('more than are allowed at once', () => {
    expect(readRange('1-11', 40, 10)).toBeUndefined();
  });
});
