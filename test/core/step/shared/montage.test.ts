import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellKind, createStepper, type MapView, type View } from '../../../../core';
import { hasPlanes } from '../../../../webview/heatmap/hasPlanes';
import { arbitraryLayer } from '../arbitraryLayer';
import { courseCase, courseLayer } from '../courseLayers';
import { mapsOf } from '../../../../core/step/shared/stage';

const view: View = { channel: 1, filter: 0, granularity: 'window' };

function planeOf(maps: readonly MapView[], id: string): MapView {
  return maps.find((map) => map.id === id)!;
}

describe('montage', () => {
  it.each([
    ['conv_forward', ['x', 'w', 'z'], [4, 8, 8]],
    ['conv_backward', ['x', 'w', 'dZ'], [3, 8, 8]],
    ['pool_backward_max', ['x', 'dZ'], [2, 2]],
  ] as const)('%s: the selected plane is the one on the stage, and all are there', (name, ids, totals) => {
    const stepper = createStepper(courseLayer(courseCase(name))!);
    const t = 37;
    const maps = mapsOf(stepper.frame(t, view).stage);
    ids.forEach((id, position) => {
      const montage = stepper.montage(id, t, view)!;
      const map = planeOf(maps, id);
      expect(montage.planes.map(({ index }) => index)).toEqual(Array.from({ length: totals[position]! }, (_, k) => k));
      const selected = montage.planes[montage.selected]!;
      expect([montage.rows, montage.cols]).toEqual([map.rows, map.cols]);
      expect(selected.values).toEqual(map.values);
      expect([...(selected.cells ?? [])]).toEqual([...(map.cells ?? new Uint8Array(selected.cells?.length ?? 0))]);
    });
  });

  it('Z of a filter that the step has not reached has one computed cell less', () => {
    const stepper = createStepper(courseLayer(courseCase('conv_forward'))!);
    const montage = stepper.montage('z', 10, view)!;
    const computed = montage.planes.map(({ cells }) => cells!.filter((kind) => kind === CellKind.Data).length);
    expect(computed).toEqual([2, 2, 2, 1, 1, 1, 1, 1]);
  });

  it('a large plane is sent as every n-th of its cells', () => {
    const x = { shape: [1, 200, 130, 2], data: Float64Array.from({ length: 200 * 130 * 2 }, (_, index) => index) };
    const stepper = createStepper({ kind: 'pool', pass: 'forward', x, options: { mode: 'max', kernel: 2 } });
    const { rows, cols, planes } = stepper.montage('x', 0, view)!;
    expect([rows, cols]).toEqual([50, 33]);
    expect(planes[1]!.values[34]).toBe((4 * 130 + 4) * 2 + 1);
  });

  it('of any layer at any step: each map that offers its other planes has them, and the selected one is the map', () => {
    fc.assert(
      fc.property(arbitraryLayer, fc.nat(), fc.boolean(), (layer, seed, matrix) => {
        const stepper = createStepper(layer);
        const chosen: View = { channel: 0, filter: 0, granularity: 'window', matrix };
        const t = seed % stepper.timeline('window').count;
        for (const map of mapsOf(stepper.frame(t, chosen).stage)) {
          if (!hasPlanes(map)) continue;
          const montage = stepper.montage(map.id, t, chosen);
          if (!montage) throw new Error(`${layer.kind}: no planes of ${map.id}`);
          const plane = montage.planes.find(({ index }) => index === montage.selected)!;
          expect([map.id, montage.rows, montage.cols]).toEqual([map.id, map.rows, map.cols]);
          expect(plane.values).toEqual(map.values);
        }
      }),
      { numRuns: 300 },
    );
  });
});
