import { describe, expect, it } from 'vitest';
import { createStepper, type Granularity, type View } from '../../../../core';
import { FrameDecoder, FrameEncoder } from '../../../../core/panel/wire';
import { quizStepper } from '../../../../core/quiz/quizStepper';
import type { MapView } from '../../../../core/step/Frame';
import { mapsOf } from '../../../../core/step/shared/stage';
import type { Stepper } from '../../../../core/step/Stepper';
import { courseCase, courseLayer } from '../courseLayers';

const view: View = { channel: 0, filter: 2, granularity: 'window' };
const forward = createStepper(courseLayer(courseCase('conv_forward'))!);
const backward = createStepper(courseLayer(courseCase('conv_backward'))!);

function mapOf(stepper: Stepper, id: string, t: number, granularity: Granularity = 'window'): MapView {
  return mapsOf(stepper.frame(t, { ...view, granularity }).stage).find((map) => map.id === id)!;
}

describe('the planes of all 8 filters below Z', () => {
  it('are the same from step to step: the mark moves, and one cell more is filled', () => {
    const [first, next] = [mapOf(forward, 'z', 50), mapOf(forward, 'z', 51)];
    expect(next.strip!.values).toBe(first.strip!.values);
    expect([first.strip!.selected, next.strip!.selected]).toEqual([2, 3]);
    expect(first.strip!.filled).toEqual([7, 7, 7, 6, 6, 6, 6, 6]);
    expect(next.strip!.filled).toEqual([7, 7, 7, 7, 6, 6, 6, 6]);
  });

  it('have the plane of the map at its place', () => {
    const { strip, values } = mapOf(forward, 'z', 50);
    expect([...strip!.values.subarray(2 * 12, 3 * 12)]).toEqual([...values]);
  });

  it.each(['product', 'channel', 'window', 'filter', 'row', 'example'] as const)('are shown at steps by %s', (each) => {
    expect(mapOf(forward, 'z', 0, each).strip!.filled).toHaveLength(8);
  });

  it('show of dZ, which is given, all cells', () => {
    expect(mapOf(backward, 'dZ', 9).strip).toMatchObject({ selected: 1, filled: Array(8).fill(16) });
  });

  it('are absent for a single filter, for more than 16, and where all of them would take long', () => {
    const layerOf = (side: number, filters: number) => {
      const x = { shape: [1, side, side, 1], data: new Float64Array(side * side).fill(1) };
      const w = { shape: [1, 1, 1, filters], data: new Float64Array(filters).fill(1) };
      return createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} });
    };
    const shown = [layerOf(2, 1), layerOf(2, 17), layerOf(200, 2), layerOf(2, 16)];
    expect(shown.map((stepper) => mapOf(stepper, 'z', 0).strip !== undefined)).toEqual([false, false, false, true]);
  });

  it('travel once', () => {
    const [encoder, decoder] = [new FrameEncoder(), new FrameDecoder()];
    for (const t of [0, 1, 2]) {
      const frame = forward.frame(t, view);
      const wire = encoder.encode(frame);
      expect(wire.arrays.filter((array) => array.values.length === 96)).toHaveLength(t === 0 ? 1 : 0);
      expect(decoder.decode(wire)).toEqual(frame);
    }
  });

  it('are not sent in a quiz, which asks for values that they show', () => {
    const quiz = quizStepper(forward, () => false);
    expect(mapOf(quiz, 'z', 0).strip).toBeUndefined();
  });
});
