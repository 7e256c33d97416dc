/** The course's layers in panels of the usual sizes: what is written into their cells. */
import { describe, expect, test, vi } from 'vitest';
import { createStepper } from '../../../core';
import type { MapView } from '../../../core/step/Frame';
import { courseCases, courseLayer } from '../../core/step/courseLayers';
import { cellFormat, isWindowCell, smallestFont, windowFormat } from '../../../webview/heatmap/paint/cellFormat';
import type { Appearance } from '../../../webview/heatmap/MapEvents';
import { fitStage } from '../../../webview/layout/fitStage';
import { stageMetrics } from '../../../webview/layout/stageMetrics';
import { rowSizes } from '../../../webview/stage/itemSizes';

/** Widths of monospaced text: there is no canvas here. */
vi.mock('../../../webview/ui/textWidth', () => ({
  textWidth: (text: string, font: string) => text.length * 0.602 * Number(/(\d+)px/.exec(font)![1]),
}));

const precision = 2;
const appearance = { precision, showPadding: true, theme: {} } as unknown as Appearance;

/** Stages of panels, without insets, timeline and the header of a convolution or a pooling. */
const stages = [
  { panel: '525 × 800', width: 505, conv: 590, pool: 570, isNarrow: true },
  { panel: '700 × 800', width: 680, conv: 590, pool: 590, isNarrow: true },
  { panel: '900 × 800', width: 868, conv: 580, pool: 580, isNarrow: false },
  { panel: '1120 × 800', width: 1088, conv: 555, pool: 580, isNarrow: false },
  { panel: '1600 × 900', width: 1056, conv: 680, pool: 680, isNarrow: false, codeIsBelow: false },
];

const layers = courseCases.flatMap((course) => {
  const layer = courseLayer(course);
  return layer ? [{ name: course.name, layer }] : [];
});

/** Whether it has a map of more than 100 cells. */
function isLarge(layer: (typeof layers)[number]['layer']): boolean {
  const { stage } = createStepper(layer).frame(0, { channel: 0, filter: 0, granularity: 'window' });
  return stage.some(({ items }) => items.some((item) => item.kind === 'map' && item.map.rows * item.map.cols > 100));
}

interface Drawn {
  readonly map: MapView;
  readonly cell: number;
}

function drawn(layer: (typeof layers)[number]['layer'], space: (typeof stages)[number]): Drawn[] {
  const { width, isNarrow, codeIsBelow = true } = space;
  const height = layer.kind === 'conv' ? space.conv : space.pool;
  const { stage } = createStepper(layer).frame(0, { channel: 0, filter: 0, granularity: 'window' });
  const metrics = stageMetrics(isNarrow, width, codeIsBelow);
  const fit = fitStage(rowSizes(stage, appearance, isNarrow), width, height, metrics);
  const magnified = new Set(
    stage.flatMap(({ items }, row) =>
      fit.rows[row]!.shelves.flat().flatMap((place) => {
        const item = items[place]!;
        return item.kind === 'map' && item.map.magnifies !== undefined ? [item.map.magnifies] : [];
      }),
    ),
  );
  return stage.flatMap(({ items }, row) =>
    fit.rows[row]!.shelves.flat().flatMap((place) => {
      const item = items[place]!;
      // The numbers of a magnified map are in its magnifier.
      if (item.kind !== 'map' || magnified.has(item.map.id)) return [];
      return [{ map: item.map, cell: fit.rows[row]!.items[place]!.cell }];
    }),
  );
}

describe.each(layers)('$name', ({ layer }) => {
  test.each(stages)('$panel: digits of at least 10 px, two decimals in the cells of every map that fits', (space) => {
    const maps = drawn(layer, space);
    expect(maps.length).toBeGreaterThan(1);
    // Where a large map fits above the timeline, one decimal is better than a stage that is scrolled.
    const hasLarge = isLarge(layer);
    for (const { map, cell } of maps) {
      const window = windowFormat(map, map.scale, precision, cell);
      expect(window.font, `${map.id}: window`).toBeGreaterThanOrEqual(smallestFont);
      if (!map.integers) expect(window.decimals, `${map.id}: window`).toBeGreaterThanOrEqual(hasLarge ? 1 : precision);
      const { font, decimals } = cellFormat(map, map.scale, precision, cell);
      expect(font, map.id).toBeGreaterThanOrEqual(smallestFont);
      // Scales whose usual numbers have two digits before the point keep one decimal.
      const hasOneDigit = Math.max(-map.scale.min, map.scale.max) < 200;
      const isOfWindow = isWindowCell({ ...map, boxes: [] }, 0, 0);
      const least = hasLarge || (isOfWindow && space.panel !== '525 × 800') ? 1 : precision;
      if (!map.integers && hasOneDigit) expect(decimals, map.id).toBeGreaterThanOrEqual(least);
    }
  });
});

test.each(layers.filter(({ layer }) => layer.kind === 'conv'))(
  '$name: the smallest cells at 1600 × 900 are at least as large as at 900 × 800',
  ({ layer }) => {
    const [medium, largest] = [stages[2]!, stages[4]!].map((space) => drawn(layer, space).map(({ cell }) => cell));
    expect(Math.min(...largest!)).toBeGreaterThanOrEqual(Math.min(...medium!));
  },
);
