import { describe, expect, it } from 'vitest';
import { createStepper, type Box, type MapView, type View } from '../../../../core';
import { mapsOf } from '../../../../core/step/shared/stage';
import { courseCase, courseLayer } from '../courseLayers';

const view: View = { channel: 0, filter: 1, granularity: 'row' };

function stepper(name: string) {
  return createStepper(courseLayer(courseCase(name))!);
}

function mapOf(name: string, t: number, id: string): MapView {
  return mapsOf(stepper(name).frame(t, view).stage).find((map) => map.id === id)!;
}

function boxOf(map: MapView, style: Box['style']): Box | undefined {
  return map.boxes.find((box) => box.style === style);
}

describe('steps of one output row', () => {
  it('conv_forward (2, 5, 7, 4) → (2, 3, 4, 8): six steps, each completes four cells of the chosen filter', () => {
    expect(stepper('conv_forward').timeline('row')).toMatchObject({ count: 6 });
    const z = mapOf('conv_forward', 1, 'z');
    expect(boxOf(z, 'result')).toMatchObject({ row: 1, col: 0, rows: 1, cols: 4 });
    expect([...z.cells!]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2]);
    expect(z.index).toBe('[0, …, 1]');
  });

  it('the input shows the last window, whose products are shown, and what all windows cover', () => {
    const x = mapOf('conv_forward', 1, 'x');
    expect(boxOf(x, 'window')).toMatchObject({ row: 2, col: 6, rows: 3, cols: 3 });
    expect(boxOf(x, 'link')).toMatchObject({ row: 2, col: 0, rows: 3, cols: 9 });
  });

  it('conv_backward: every change of da_prev_pad is inside what the windows of the row cover', () => {
    const target = mapOf('conv_backward', 1, 'dXpad');
    const window = boxOf(target, 'window')!;
    expect(window).toMatchObject({ row: 2, col: 0, rows: 2, cols: 8 });
    expect(target.changes!.length).toBeGreaterThan(8);
    for (const { row } of target.changes!) {
      expect(row).toBeGreaterThanOrEqual(window.row);
      expect(row).toBeLessThan(window.row + window.rows);
    }
  });

  it('keep the place when the step size changes: by window to the row that contains it, and back to its end', () => {
    const conv = stepper('conv_forward');
    const byWindow: View = { ...view, granularity: 'window' };
    const t = (1 * 4 + 2) * 8 + 1;
    const row = conv.convert(t, byWindow, 'row');
    expect(row).toBe(1);
    expect(conv.frame(conv.convert(row, view, 'window'), byWindow).position).toMatchObject({ h: 1, w: 3 });
  });

  it('are not offered where a row is one cell or all cells', () => {
    const x = { shape: [1, 4, 1, 1], data: new Float64Array(4) };
    const layer = createStepper({ kind: 'relu', pass: 'forward', x });
    expect(layer.timeline('window').granularities).not.toContain('row');
  });
});
