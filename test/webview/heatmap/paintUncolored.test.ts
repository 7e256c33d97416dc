import { afterEach, expect, test, vi } from 'vitest';
import { CellKind, type MapView } from '../../../core/step/Frame';
import { wholeMap, type HeatmapView } from '../../../webview/heatmap/paint/HeatmapView';
import { paintUncolored } from '../../../webview/heatmap/paint/paintUncolored';

afterEach(() => vi.unstubAllGlobals());

/** Columns of rectangles that are filled with dots: of a map of 1 × 4 cells with `cell` pixels, of which two are not computed. */
function dotted(cell: number, showsResult = false): readonly number[][] {
  class FakePath {
    readonly rects: number[][] = [];
    rect(...rectangle: number[]): void {
      this.rects.push(rectangle);
    }
  }
  vi.stubGlobal('Path2D', FakePath);
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ fillRect: () => undefined });
    },
  );
  const filled: number[][] = [];
  const context = {
    stroke: () => undefined,
    createPattern: () => 'dots',
    fill: ({ rects }: FakePath) => void filled.push(...rects),
  };
  const map: MapView = {
    id: 'z',
    title: 'Z',
    rows: 1,
    cols: 4,
    values: new Float64Array(4),
    cells: Uint8Array.of(CellKind.Data, CellKind.Data, CellKind.Empty, CellKind.Empty),
    scale: { kind: 'diverging', min: -1, max: 1 },
    boxes: [],
    notes: [],
  };
  const theme = { hatch: 'hatch', error: 'error' } as HeatmapView['theme'];
  const view = { map, theme, showsResult } as HeatmapView;
  const grid = { left: 0, top: 0, cellWidth: cell, cellHeight: cell, region: wholeMap(map) };
  paintUncolored(context as unknown as CanvasRenderingContext2D, view, grid);
  return filled;
}

test('cells that are not computed are dotted where they are too small for numbers, those of 0 are not', () => {
  expect(dotted(6)).toEqual([[12, 0, 12, 6]]);
  expect(dotted(20)).toEqual([]);
});

test('no dots over a result that is shown in advance', () => {
  expect(dotted(6, true)).toEqual([]);
});
