/** The course's layers at 525 pixels: what is written into their cells. */
import { describe, expect, test, vi } from 'vitest';
import { createStepper } from '../../../core';
import type { MapView } from '../../../core/step/Frame';
import { courseCases, courseLayer } from '../../core/step/courseLayers';
import { cellFormat, smallestFont, windowFormat } from '../../../webview/heatmap/cellTexts';
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

/** The stage of a panel of 525 × 800: without its insets, timeline and header, whose height is that of the operation. */
const width = 505;
const heights: Readonly<Record<string, number>> = { conv: 590, pool: 570 };

const layers = courseCases.flatMap((course) => {
  const layer = courseLayer(course);
  return layer ? [{ name: course.name, layer }] : [];
});

interface Drawn {
  readonly map: MapView;
  readonly cell: number;
}

function drawn(layer: (typeof layers)[number]['layer']): Drawn[] {
  const { stage } = createStepper(layer).frame(0, { channel: 0, filter: 0, granularity: 'window' });
  const fit = fitStage(rowSizes(stage, appearance, true), width, heights[layer.kind]!, stageMetrics(true, width));
  return stage.flatMap(({ items }, row) =>
    fit.rows[row]!.shelves.flat().flatMap((place) => {
      const item = items[place]!;
      return item.kind === 'map' ? [{ map: item.map, cell: fit.rows[row]!.items[place]!.cell }] : [];
    }),
  );
}

describe.each(layers)('$name', ({ layer }) => {
  test('digits of at least 10 px with two decimals in the cells of every map that fits', () => {
    const maps = drawn(layer);
    expect(maps.length).toBeGreaterThan(1);
    for (const { map, cell } of maps) {
      const window = windowFormat(map, map.scale, precision, cell);
      expect(window.font, `${map.id}: window`).toBeGreaterThanOrEqual(smallestFont);
      if (!map.integers) expect(window.decimals, `${map.id}: window`).toBe(precision);
      const { font, decimals } = cellFormat(map, map.scale, precision, cell);
      expect(font, map.id).toBeGreaterThanOrEqual(smallestFont);
      // Scales whose usual numbers have two digits before the point keep one decimal.
      const hasOneDigit = Math.max(-map.scale.min, map.scale.max) < 200;
      if (!map.integers && hasOneDigit) expect(decimals, map.id).toBe(precision);
    }
  });
});
