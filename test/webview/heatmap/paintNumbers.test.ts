import { expect, test } from 'vitest';
import { colorMapFor } from '../../../core/color/colorMaps';
import { CellKind, type MapView } from '../../../core/step/Frame';
import { wholeMap, type HeatmapView } from '../../../webview/heatmap/paint/HeatmapView';
import { paintNumbers, penOf } from '../../../webview/heatmap/paint/paintNumbers';

const scale = { kind: 'diverging', min: -2, max: 2 } as const;

/** Every call on the canvas's context, with the colour of lines at that time. */
function painted(map: Partial<MapView>, cell: number): readonly { name: string; args: unknown[]; stroke: unknown }[] {
  const calls: { name: string; args: unknown[]; stroke: unknown }[] = [];
  const state: Record<string, unknown> = {};
  const context = new Proxy(state, {
    get: (target, name: string) =>
      name in target
        ? target[name]
        : (...args: unknown[]) => void calls.push({ name, args, stroke: target['strokeStyle'] }),
  });
  const shown: MapView = {
    id: 'm',
    title: 'm',
    rows: 1,
    cols: 2,
    values: new Float64Array([0.5, 0.25]),
    scale,
    boxes: [],
    notes: [],
    ...map,
  };
  const theme = { empty: 'ground', dim: 'dim', monoFont: 'monospace' } as HeatmapView['theme'];
  const colors = colorMapFor('lens', 'diverging', true);
  const view: HeatmapView = { map: shown, scale, colors, theme, precision: 2, extraBoxes: [] };
  const grid = { left: 0, top: 0, cellWidth: cell, cellHeight: cell, region: wholeMap(shown) };
  paintNumbers(penOf(context as unknown as CanvasRenderingContext2D), view, grid);
  return calls;
}

test('a changed cell of 36 px: the value before with a drawn arrow that ends inside of the cell, above the new one', () => {
  const calls = painted({ changes: [{ row: 0, col: 0, before: -1.25 }] }, 36);
  expect(calls.filter(({ name }) => name === 'fillText').map(({ args }) => args[0])).toEqual(['−1.25', '0.50', '0.25']);
  const lines = calls.filter(({ name }) => name === 'lineTo').map(({ args }) => args as [number, number]);
  expect(lines).toHaveLength(3);
  expect(Math.max(...lines.map(([x]) => x))).toBeLessThanOrEqual(36);
  expect(Math.max(...lines.map(([, y]) => y))).toBeLessThan(18);
});

test('where one value before a change of 26 px has no space for an arrow, none has one', () => {
  const arrows = (...befores: number[]): number => {
    const changes = befores.map((before, col) => ({ row: 0, col, before }));
    return painted({ changes }, 26).filter(({ name }) => name === 'stroke').length;
  };
  expect(arrows(0.67, 0.37)).toBe(2);
  expect(arrows(0.67, -2.63)).toBe(0);
});

test('no arrow without a change', () => {
  expect(painted({}, 36).filter(({ name }) => name === 'lineTo')).toEqual([]);
});

test('numbers on hatching have an edge in the colour of the ground, numbers on dark cells have none', () => {
  const cells = new Uint8Array([CellKind.Padding, CellKind.Data]);
  const edges = painted({ cells, values: new Float64Array([1, 0]) }, 36).filter(({ name }) => name === 'strokeText');
  expect(edges.map(({ args, stroke }) => [args[0], stroke])).toEqual([['1.00', 'ground']]);
});
