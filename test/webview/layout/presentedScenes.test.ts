/** The package's scenes as a presentation at 1280 × 720: legible from the last row of a lecture hall. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { readScene } from '../../../core/scene/readScene';
import { sceneLayer } from '../../../extension/session/scene/sceneLayer';
import { cellFormat, hasNumbers, windowFormat } from '../../../webview/heatmap/paint/cellFormat';
import type { Appearance } from '../../../webview/heatmap/MapEvents';
import { fitStage } from '../../../webview/layout/fitStage';
import { presentMetrics } from '../../../webview/layout/stageMetrics';
import { presentedStage } from '../../../webview/present/presentedStage';
import { rowSizes } from '../../../webview/stage/itemSizes';
import { mapTitle } from '../../../webview/heatmap/mapTitle';
import { textWidth } from '../../../webview/ui/textWidth';

/** Widths of monospaced text: there is no canvas here. */
vi.mock('../../../webview/ui/textWidth', () => ({
  textWidth: (text: string, font: string) => text.length * 0.602 * Number(/(\d+)px/.exec(font)![1]),
}));

const precision = 2;
const appearance = { precision, showPadding: true, large: true, theme: {} } as unknown as Appearance;

const scenes = readdirSync('scenes').map((file) => file.split('.')[0]!);

describe.each(scenes)('%s', (name) => {
  const { picture } = sceneLayer(readScene(readFileSync(`scenes/${name}.layerlens.json`, 'utf8')), 'en');
  const stage = presentedStage(picture.stepper.frame(picture.t, picture.view).stage);
  const drawnAt = (width: number, height: number) => {
    const fit = fitStage(rowSizes(stage, appearance, false), width, height, presentMetrics);
    return stage.flatMap(({ items }, row) =>
      fit.rows[row]!.shelves.flat().flatMap((place) => {
        const item = items[place]!;
        return item.kind === 'map' ? [{ map: item.map, ...fit.rows[row]!.items[place]! }] : [];
      }),
    );
  };

  test('digits of at least 18 px in every map', () => {
    const drawn = drawnAt(1224, 510);
    expect(drawn.length).toBeGreaterThan(1);
    const small = drawn.flatMap(({ map, cell }) => {
      // Maps of smaller cells have no numbers.
      if (!hasNumbers(map, cell)) return [];
      const fonts = [windowFormat, cellFormat].map((format) => format(map, map.scale, precision, cell, true).font);
      return Math.min(...fonts) < 18 ? [`${map.id} ${map.rows}×${map.cols}, cell ${cell}: ${fonts.join(', ')}`] : [];
    });
    expect(small).toEqual([]);
  });

  test('titles of maps are not cut in a panel of 525 × 800', () => {
    const cut = drawnAt(469, 590).filter(
      ({ map, width }) => width < textWidth(`${mapTitle(map)} ${map.index ?? ''}`, '600 18px'),
    );
    expect(cut.map(({ map, width }) => `${mapTitle(map)} ${map.index} in ${width} px`)).toEqual([]);
  });
});
