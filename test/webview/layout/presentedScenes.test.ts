/** The package's scenes as a presentation at 1280 × 720: legible from the last row of a lecture hall. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { readScene } from '../../../core/scene/readScene';
import { sceneLayer } from '../../../extension/session/scene/sceneLayer';
import { cellFormat, windowFormat } from '../../../webview/heatmap/cellTexts';
import type { Appearance } from '../../../webview/heatmap/MapEvents';
import { fitStage } from '../../../webview/layout/fitStage';
import { presentMetrics } from '../../../webview/layout/stageMetrics';
import { presentedStage } from '../../../webview/present/presentedStage';
import { smallestCell } from '../../../webview/heatmap/paintNumbers';
import { rowSizes } from '../../../webview/stage/itemSizes';

/** Widths of monospaced text: there is no canvas here. */
vi.mock('../../../webview/ui/textWidth', () => ({
  textWidth: (text: string, font: string) => text.length * 0.602 * Number(/(\d+)px/.exec(font)![1]),
}));

const precision = 2;
const appearance = { precision, showPadding: true, large: true, theme: {} } as unknown as Appearance;

/** The page without its insets, and without the lines above and below the stage. */
const [width, height] = [1224, 510];

const scenes = readdirSync('scenes').map((file) => file.split('.')[0]!);

describe.each(scenes)('%s', (name) => {
  test('digits of at least 18 px in every map', () => {
    const { picture } = sceneLayer(readScene(readFileSync(`scenes/${name}.layerlens.json`, 'utf8')), 'en');
    const stage = presentedStage(picture.stepper.frame(picture.t, picture.view).stage);
    const fit = fitStage(rowSizes(stage, appearance, false), width, height, presentMetrics);
    const drawn = stage.flatMap(({ items }, row) =>
      fit.rows[row]!.shelves.flat().flatMap((place) => {
        const item = items[place]!;
        return item.kind === 'map' ? [{ map: item.map, cell: fit.rows[row]!.items[place]!.cell }] : [];
      }),
    );
    expect(drawn.length).toBeGreaterThan(1);
    const small = drawn.flatMap(({ map, cell }) => {
      // Maps of smaller cells have no numbers.
      if (map.picture || cell < (map.integers ? smallestCell.integers : smallestCell.others)) return [];
      const fonts = [windowFormat, cellFormat].map((format) => format(map, map.scale, precision, cell, true).font);
      return Math.min(...fonts) < 18 ? [`${map.id} ${map.rows}×${map.cols}, cell ${cell}: ${fonts.join(', ')}`] : [];
    });
    expect(small).toEqual([]);
  });
});
