import { describe, expect, it } from 'vitest';
import { createStepper, type View } from '../../../../../core';
import { mapsOf } from '../../../../../core/step/shared/stage';
import { courseCase, courseLayer } from '../../courseLayers';

const view: View = { channel: 0, filter: 2, granularity: 'filter' };
const stepper = createStepper(courseLayer(courseCase('conv_forward'))!);
const expected = courseCase('conv_forward').expected['Z'] as { data: number[] };

describe('a step of all 8 filters of one window', () => {
  it('shows Z[i, h, w, :] as the course has it, the chosen filter outlined', () => {
    const t = 3 * 4 + 1 * 4 + 2;
    const strip = mapsOf(stepper.frame(t, view).stage).find(({ id }) => id === 'z-filters')!;
    expect([strip.rows, strip.cols, strip.index]).toEqual([1, 8, '[1, 1, 2, :]']);
    const start = ((1 * 3 + 1) * 4 + 2) * 8;
    strip.values.forEach((value, filter) => expect(value).toBeCloseTo(expected.data[start + filter]!, 12));
    expect(strip.address!.offset).toBe(start);
    expect(strip.boxes).toMatchObject([{ row: 0, col: 2, style: 'result' }]);
  });

  it('explains a cell of the strip as the output cell of that filter', () => {
    const explanation = stepper.explain({ map: 'z-filters', row: 0, col: 5 }, 6, view)!;
    const direct = stepper.explain({ map: 'z', row: 1, col: 2 }, 6, { ...view, filter: 5 })!;
    expect(explanation.lines).toEqual(direct.lines);
    expect(explanation.step).toBe(direct.step);
  });

  it('has no strip at steps of one filter, of a row or of an example', () => {
    for (const granularity of ['window', 'row', 'example'] as const) {
      const maps = mapsOf(stepper.frame(0, { ...view, granularity }).stage);
      expect(maps.map(({ id }) => id)).not.toContain('z-filters');
    }
  });

  it('wraps 20 filters into rows of 16, the rest of the last row empty', () => {
    const x = { shape: [1, 2, 2, 1], data: Float64Array.of(1, 2, 3, 4) };
    const w = { shape: [1, 1, 1, 20], data: Float64Array.from({ length: 20 }, (_, index) => index) };
    const wide = createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} });
    const strip = mapsOf(wide.frame(2, view).stage).find(({ id }) => id === 'z-filters')!;
    expect([strip.rows, strip.cols]).toEqual([2, 16]);
    expect([...strip.values.subarray(0, 20)]).toEqual(Array.from({ length: 20 }, (_, index) => 3 * index));
    expect(strip.cells![19]).toBe(0);
    expect(strip.cells![20]).toBe(2);
  });
});
